import type { Align } from './blocks';
import type { Weight } from './fonts/faces';
import { RIGHT_TO_LEFT } from './fonts/typeface';
import type { Typefaces } from './fonts/typefaces';
import type { Line } from './text/lines';

export interface Ink {
  weight: Weight;
  size: number;
  colour: string;
}

/** Draws on the page that is at hand, from its upper left corner. */
export class Pen {
  private readonly known = new Set<string>();

  constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly typefaces: Typefaces,
    private readonly images: ReadonlyMap<string, Buffer>,
  ) {}

  /** `y` is the line that the letters stand on. */
  line({ runs }: Line, x: number, y: number, { weight, size, colour }: Ink): void {
    let at = x;
    this.document.fillColor(colour);
    for (const { text, face, level } of runs) {
      const rightToLeft = level % 2 === 1;
      const typeface = this.typefaces.get(face, weight);
      const textWidth = typeface.widthOf(text, rightToLeft, size);
      this.take(typeface.name, typeface.font).fontSize(typeface.sizeOf(size));
      this.document.text(text, at, y, {
        baseline: 'alphabetic',
        lineBreak: false,
        features: [RIGHT_TO_LEFT].slice(rightToLeft ? 0 : 1) as PDFKit.Mixins.OpenTypeFeatures[],
      });
      at += textWidth;
    }
  }

  rule(x: number, y: number, width: number, thickness: number, colour: string): void {
    this.document.rect(x, y, width, thickness).fill(colour);
  }

  box(x: number, y: number, width: number, height: number, fill?: string, border?: string): void {
    if (fill) this.document.rect(x, y, width, height).fill(fill);
    if (border) this.document.lineWidth(0.6).rect(x, y, width, height).stroke(border);
  }

  /** Squares that are a little larger than they are apart: no reader of screens shows gaps between them. */
  squares(
    x: number,
    y: number,
    side: number,
    dark: readonly (readonly [column: number, row: number, many: number])[],
  ) {
    for (const [column, row, many] of dark)
      this.document.rect(x + column * side, y + row * side, many * side, side * 1.02);
    this.document.fill('#000000');
  }

  /** As large as fits, in the upper left corner or the upper right one. */
  image(name: string, x: number, y: number, room: { width: number; height: number; align?: Align }): void {
    const bytes = this.images.get(name);
    if (!bytes) return;
    const align = room.align === 'right' ? 'right' : room.align === 'centre' ? 'center' : undefined;
    this.document.image(bytes, x, y, { fit: [room.width, room.height], ...(align ? { align } : {}) });
  }

  private take(name: string, font: unknown): PDFKit.PDFDocument {
    if (!this.known.has(name)) this.document.registerFont(name, font as PDFKit.Mixins.PDFFontSource);
    this.known.add(name);
    return this.document.font(name);
  }
}
