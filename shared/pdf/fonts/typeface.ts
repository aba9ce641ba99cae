import { create, type Font, type GlyphRun } from 'fontkit';
import { enlargementOf, type FaceName, faceFile, type Weight } from './faces';

/** Sent along as a feature, which is all that the PDF library hands on to the font: set from right to left. */
export const RIGHT_TO_LEFT = 'rtla';

/**
 * A font of one document. Never shared between documents: a font remembers for which characters it first gave a glyph
 * out, and what it says of them in one document would depend on those before.
 */
export class Typeface {
  /** What the PDF library draws with: it asks it three times for the shape of each text. */
  readonly font: Font;
  private readonly shapes = new Map<string, GlyphRun>();
  private readonly shape: Font['layout'];
  private readonly enlargement: number;

  constructor(
    readonly name: string,
    face: FaceName,
    weight: Weight,
  ) {
    const font = create(faceFile(face, weight));
    if (!('layout' in font)) throw new Error(`${face} is a collection of fonts.`);
    this.enlargement = enlargementOf(face);
    this.shape = font.layout.bind(font);
    this.font = Object.assign(font, {
      layout: (text: string, features?: unknown) =>
        copied(this.shaped(text, Array.isArray(features) && features.includes(RIGHT_TO_LEFT))),
    });
  }

  has(codePoint: number): boolean {
    return this.font.hasGlyphForCodePoint(codePoint);
  }

  sizeOf(size: number): number {
    return size * this.enlargement;
  }

  widthOf(text: string, rightToLeft: boolean, size: number): number {
    return (this.shaped(text, rightToLeft).advanceWidth / this.font.unitsPerEm) * this.sizeOf(size);
  }

  private shaped(text: string, rightToLeft: boolean): GlyphRun {
    const key = (rightToLeft ? '<' : '>') + text;
    let run = this.shapes.get(key);
    if (!run) {
      run = this.shape(text, [], undefined, undefined, rightToLeft ? 'rtl' : 'ltr');
      this.shapes.set(key, run);
    }
    return run;
  }
}

/** The PDF library scales the positions in place. */
function copied({ glyphs, positions, advanceWidth }: GlyphRun) {
  return { glyphs, positions: positions.map((position) => ({ ...position })), advanceWidth };
}
