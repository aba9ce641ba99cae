import LineBreaker from 'linebreak';
import type { Weight } from '../fonts/faces';
import type { Typefaces } from '../fonts/typefaces';
import { paragraphsOf } from './clusters';
import { inVisualOrder, type Paragraph, paragraphOf, type Run, runsOf } from './runs';

export interface Line {
  /** From left to right. */
  runs: readonly Run[];
  width: number;
}

export interface Setting {
  typefaces: Typefaces;
  weight: Weight;
  size: number;
  width: number;
  /** A text that needs more lines ends in an ellipsis. */
  most?: number;
}

/** Clusters from `start` up to `end` that stay together; `at` is where they stand in the text. */
interface Piece {
  start: number;
  end: number;
  at: number;
}

const ELLIPSIS = '…';

/** A text in lines of a width. A word that is wider is broken anywhere. */
export function linesOf(text: string, setting: Setting): Line[] {
  const lines = paragraphsOf(text).flatMap((line) => {
    const paragraph = paragraphOf(line, setting.typefaces, setting.weight);
    return filled(paragraph, setting).map((piece) => lineOf(paragraph, piece, setting));
  });
  const { most = lines.length } = setting;
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shortened(lines[most - 1]!, setting)];
}

export function widthOf(runs: readonly Run[], { typefaces, weight, size }: Setting): number {
  return runs.reduce(
    (sum, { face, text, level }) => sum + typefaces.get(face, weight).widthOf(text, level % 2 === 1, size),
    0,
  );
}

function filled(paragraph: Paragraph, setting: Setting): Piece[] {
  const lines: Piece[] = [];
  let line: Piece | null = null;
  let used = 0;
  for (const piece of piecesOf(paragraph)) {
    const bare = widthOf(runsIn(paragraph, trimmed(paragraph, piece)), setting);
    const whole = widthOf(runsIn(paragraph, piece), setting);
    if (line && used + bare <= setting.width) {
      line.end = piece.end;
      used += whole;
      continue;
    }
    const parts: Piece[] = bare <= setting.width ? [piece] : chopped(paragraph, piece, setting);
    lines.push(...parts.map((part) => ({ ...part })));
    line = lines.at(-1)!;
    used = parts.length > 1 ? widthOf(runsIn(paragraph, line), setting) : whole;
  }
  return lines.length ? lines : [{ start: 0, end: 0, at: 0 }];
}

/** Between two places at which a line may end. */
function piecesOf({ text, clusters }: Paragraph): Piece[] {
  const pieces: Piece[] = [];
  const breaker = new LineBreaker(text);
  let piece: Piece = { start: 0, end: 0, at: 0 };
  let offset = 0;
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    while (piece.end < clusters.length && offset < found.position) {
      offset += clusters[piece.end]!.text.length;
      piece.end += 1;
    }
    if (piece.end > piece.start) pieces.push(piece);
    piece = { start: piece.end, end: piece.end, at: offset };
  }
  return pieces;
}

/** By the widths that characters have alone: to shape each longer part anew would take minutes for a long one. */
function chopped(paragraph: Paragraph, piece: Piece, setting: Setting): Piece[] {
  const { clusters } = paragraph;
  const parts: Piece[] = [];
  let part: Piece = { start: piece.start, end: piece.start, at: piece.at };
  let offset = piece.at;
  let used = 0;
  for (let index = piece.start; index < piece.end; index += 1) {
    const width = widthOf(runsOf(paragraph, index, index + 1, offset), setting);
    if (part.end > part.start && used + width > setting.width) {
      parts.push(part);
      part = { start: index, end: index, at: offset };
      used = 0;
    }
    part.end = index + 1;
    used += width;
    offset += clusters[index]!.text.length;
  }
  return [...parts, part];
}

const runsIn = (paragraph: Paragraph, { start, end, at }: Piece): Run[] => runsOf(paragraph, start, end, at);

/** Without the spaces at its end, which a line does not show. */
function trimmed({ clusters }: Paragraph, piece: Piece): Piece {
  let { end } = piece;
  while (end > piece.start && /^\p{Zs}$/u.test(clusters[end - 1]!.text)) end -= 1;
  return { ...piece, end };
}

function lineOf(paragraph: Paragraph, piece: Piece, setting: Setting): Line {
  const runs = inVisualOrder(runsIn(paragraph, trimmed(paragraph, piece)));
  return { runs, width: widthOf(runs, setting) };
}

/** The line with an ellipsis where it is read last. */
function shortened(line: Line, setting: Setting): Line {
  const ellipsis: Run = { text: ELLIPSIS, face: 'latin', level: 0 };
  const rightToLeft = line.runs.length > 0 && line.runs.every(({ level }) => level > 0);
  const runs = [...line.runs];
  const marked = () => (rightToLeft ? [ellipsis, ...runs] : [...runs, ellipsis]);
  while (runs.length && widthOf(marked(), setting) > setting.width) {
    const index = rightToLeft ? 0 : runs.length - 1;
    const { text, ...rest } = runs[index]!;
    const shorter = Array.from(text).slice(0, -1).join('');
    if (shorter) runs[index] = { ...rest, text: shorter };
    else runs.splice(index, 1);
  }
  return { runs: marked(), width: widthOf(marked(), setting) };
}
