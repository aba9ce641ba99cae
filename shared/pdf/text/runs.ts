import bidiFactory from 'bidi-js';
import type { FaceName, Weight } from '../fonts/faces';
import type { Glyphs, Typefaces } from '../fonts/typefaces';
import { clustersOf } from './clusters';

const bidi = bidiFactory();

/** Characters of one font and one direction, in the order in which they are read. */
export interface Run {
  text: string;
  face: FaceName;
  /** Of the bidirectional algorithm: odd is right to left. */
  level: number;
}

export interface Paragraph {
  text: string;
  clusters: readonly Glyphs[];
  levels: Uint8Array;
  level: number;
}

export function paragraphOf(line: string, typefaces: Typefaces, weight: Weight): Paragraph {
  const clusters: Glyphs[] = [];
  for (const cluster of clustersOf(line))
    clusters.push(typefaces.choose(cluster, weight, clusters.at(-1)?.face ?? null));
  const text = clusters.map((cluster) => cluster.text).join('');
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text);
  return { text, clusters, levels, level: paragraphs[0]?.level ?? 0 };
}

/** Runs of the clusters from `start` up to `end`; `at` is where the first of them stands in the text. */
export function runsOf({ clusters, levels }: Paragraph, start: number, end: number, at: number): Run[] {
  const runs: Run[] = [];
  let offset = at;
  for (let index = start; index < end; index += 1) {
    const { text, face } = clusters[index]!;
    const level = levels[offset] ?? 0;
    const shown = level % 2 ? (bidi.getMirroredCharacter(text) ?? text) : text;
    const last = runs.at(-1);
    if (last && last.face === face && last.level === level) last.text += shown;
    else runs.push({ text: shown, face, level });
    offset += text.length;
  }
  return runs;
}

/** As they stand on the line from left to right: the algorithm's rule L2. */
export function inVisualOrder(runs: readonly Run[]): Run[] {
  const order = [...runs];
  const highest = Math.max(0, ...order.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1)
    for (let start = 0; start < order.length; start += 1) {
      let end = start;
      while (end < order.length && order[end]!.level >= level) end += 1;
      if (end > start) order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  return order;
}
