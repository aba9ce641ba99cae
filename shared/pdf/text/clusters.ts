const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const JOINERS = /[\u200c\u200d]/g;
const INVISIBLE = /(?![\u200c\u200d])[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;

/**
 * A line of text as what a reader takes for its characters, without what has no shape: controls, marks of direction
 * (with which a text can be made to read as another), spaces of no width, variants. Joiners stay where they join: in
 * words, whose letters they shape.
 */
export function clustersOf(line: string): string[] {
  const clusters: string[] = [];
  const plain = line.normalize('NFC').replace(/[\t\u202f]/g, (space) => (space === '\t' ? ' ' : '\u00a0'));
  for (const { segment } of graphemes.segment(plain)) {
    const visible = segment.replace(INVISIBLE, '');
    const cluster = /^\p{L}/u.test(visible) ? visible : visible.replace(JOINERS, '');
    if (cluster) clusters.push(cluster);
  }
  return clusters;
}

/** Paragraphs, at whatever kind of line end. */
export const paragraphsOf = (text: string): string[] => text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
