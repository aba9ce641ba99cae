import { type Block, GREY, type Paper, type PdfContent } from './blocks';
import type { Laid } from './layout/laid';
import type { Layout } from './layout/lay';
import type { Pen } from './pen';

const SIZES: Readonly<Record<Paper, { width: number; height: number }>> = {
  A4: { width: 595.28, height: 841.89 },
  LETTER: { width: 612, height: 792 },
};
const MARGIN = { side: 48, top: 44, bottom: 34 };
const BELOW_RUNNING = 14;
const ABOVE_FOOTER = 12;
const LABEL = { size: 7.5, width: 110 };
const WATERMARK = { size: 120, colour: '#eceff3' };

/** Blocks below each other on as many pages as they need, with what stands on each of these. */
export class Pages {
  private readonly size: { width: number; height: number };
  private readonly width: number;
  private readonly running: Laid;
  private readonly footer: Laid;
  private readonly bottom: number;
  private many = 0;
  private y = 0;

  constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly content: PdfContent,
    private readonly layout: Layout,
    private readonly pen: Pen,
  ) {
    this.size = SIZES[content.paper];
    this.width = this.size.width - 2 * MARGIN.side;
    this.running = layout.stack(content.running, this.width);
    this.footer = layout.stack(content.footer, this.width - LABEL.width);
    const footer = Math.max(this.footer.height, this.label(1).height);
    this.bottom = this.size.height - MARGIN.bottom - footer - ABOVE_FOOTER;
    this.begin();
  }

  /** Stops after each page that it has filled. */
  *put(block: Block): Generator<number> {
    if (block.kind === 'space' && this.isBetweenPages(block.height)) return;
    let rest: Laid | null = this.layout.lay(block, this.width);
    while (rest) {
      rest = this.fill(rest);
      yield this.many;
    }
  }

  /** How many pages there are is known only now. */
  finish(): void {
    for (let page = 1; page <= this.many; page += 1) {
      this.document.switchToPage(page - 1);
      const y = this.bottom + ABOVE_FOOTER;
      this.footer.draw(this.pen, MARGIN.side, y);
      this.label(page).draw(this.pen, this.size.width - MARGIN.side - LABEL.width, y);
    }
  }

  /** There, a page parts what is above from what is below. */
  private isBetweenPages(height: number): boolean {
    return this.y + height > this.bottom || (this.many > 1 && this.y === this.top(this.many));
  }

  /** Draws what fits; what is left is for the next page. */
  private fill(laid: Laid): Laid | null {
    const page = this.bottom - this.top(2);
    const fits = laid.height <= this.bottom - this.y;
    const halves = fits ? null : laid.split(this.bottom - this.y, page);
    // At the top of a page there is no better place to come, even for what is higher than it.
    const last = !halves && (fits || this.y === this.top(this.many));
    const drawn = halves?.[0] ?? (last ? laid : null);
    if (drawn) {
      drawn.draw(this.pen, MARGIN.side, this.y);
      this.y += drawn.height;
    }
    if (last) return null;
    this.begin();
    return halves ? halves[1] : laid;
  }

  private begin(): void {
    this.document.addPage();
    this.many += 1;
    this.watermark();
    if (this.many > 1) this.running.draw(this.pen, MARGIN.side, MARGIN.top);
    this.y = this.top(this.many);
  }

  private top(page: number): number {
    return page > 1 && this.running.height > 0
      ? MARGIN.top + this.running.height + BELOW_RUNNING
      : MARGIN.top;
  }

  private label(page: number): Laid {
    const text = this.content.pageLabel
      .replace('{{page}}', String(page))
      .replace('{{pages}}', String(this.many));
    return this.layout.lay(
      { kind: 'text', text, size: LABEL.size, colour: GREY, align: 'right' },
      LABEL.width,
    );
  }

  private watermark(): void {
    const { watermark } = this.content;
    if (watermark === null) return;
    const { width, height } = this.size;
    const { size, colour } = WATERMARK;
    const text = this.layout.lay(
      { kind: 'text', text: watermark, size, colour, bold: true, align: 'centre', lines: 1 },
      height,
    );
    this.document.save().rotate(-55, { origin: [width / 2, height / 2] });
    text.draw(this.pen, (width - height) / 2, (height - text.height) / 2);
    this.document.restore();
  }
}
