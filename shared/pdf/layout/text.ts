import { type Align, INK, TEXT_SIZE, type TextBlock } from '../blocks';
import type { Typefaces } from '../fonts/typefaces';
import type { Ink } from '../pen';
import { type Line, linesOf } from '../text/lines';
import { type Laid, stacked, unsplit } from './laid';

const LEADING = 1.38;
/** How far below the top of its line the letters stand, of the size. */
const BASELINE = 1.03;

export const shiftOf = (align: Align | undefined, room: number, width: number): number =>
  align === 'right' ? room - width : align === 'centre' ? (room - width) / 2 : 0;

export function layText(block: TextBlock, width: number, typefaces: Typefaces): Laid {
  const { size = TEXT_SIZE, bold, colour = INK, align } = block;
  const ink: Ink = { weight: bold ? 'Bold' : 'Regular', size, colour };
  const lines = linesIn(block, width, typefaces);
  return stacked(lines.map((line) => layLine(line, ink, (lineWidth) => shiftOf(align, width, lineWidth))));
}

/** How wide it is without being broken. */
export const naturalWidth = (block: TextBlock, typefaces: Typefaces): number =>
  Math.max(...linesIn(block, Number.POSITIVE_INFINITY, typefaces).map(({ width }) => width));

function linesIn(
  { text, size = TEXT_SIZE, bold, lines: most }: TextBlock,
  width: number,
  typefaces: Typefaces,
) {
  const weight = bold ? 'Bold' : 'Regular';
  return linesOf(text, { typefaces, weight, size, width, ...(most ? { most } : {}) });
}

const layLine = (line: Line, ink: Ink, shift: (width: number) => number): Laid => ({
  height: ink.size * LEADING,
  draw: (pen, x, y) => pen.line(line, x + shift(line.width), y + ink.size * BASELINE, ink),
  split: unsplit,
});
