import { FACE_NAMES, type FaceName, mayWrite, type Weight } from './faces';
import { Typeface } from './typeface';

/** Stands for what no font has. */
export const REPLACEMENT = '\ufffd';

export interface Glyphs {
  text: string;
  face: FaceName;
}

/** The fonts of one document, opened when the first text needs them. */
export class Typefaces {
  private readonly open = new Map<string, Typeface>();

  get(face: FaceName, weight: Weight): Typeface {
    const name = `${face}-${weight}`;
    let typeface = this.open.get(name);
    if (!typeface) {
      typeface = new Typeface(name, face, weight);
      this.open.set(name, typeface);
    }
    return typeface;
  }

  /**
   * The first font that has all of a character and its marks; without such a one, of the character alone; else a mark
   * that there is one. Spaces and punctuation stay in the font of what is before them.
   */
  choose(cluster: string, weight: Weight, before: FaceName | null): Glyphs {
    const base = String.fromCodePoint(cluster.codePointAt(0)!);
    for (const text of base === cluster ? [cluster] : [cluster, base]) {
      const order = before && /^[\p{Zs}\p{P}]+$/u.test(text) ? [before, ...FACE_NAMES] : FACE_NAMES;
      const face = order.find(
        (name) => (name === before || mayWrite(name, text)) && this.covers(name, weight, text),
      );
      if (face) return { text, face };
    }
    return { text: REPLACEMENT, face: 'latin' };
  }

  private covers(face: FaceName, weight: Weight, text: string): boolean {
    const typeface = this.get(face, weight);
    return Array.from(text).every(
      (character) => isJoiner(character) || typeface.has(character.codePointAt(0)!),
    );
  }
}

/** Shapes its neighbours and has none itself. */
const isJoiner = (character: string): boolean => character === '\u200c' || character === '\u200d';
