import { type Block, type BoxBlock, type ColumnsBlock, HAIRLINE, type QrBlock } from '../blocks';
import type { Typefaces } from '../fonts/typefaces';
import { qrCode } from '../qr';
import { abreast, type Laid, padded, stacked, together, unsplit } from './laid';
import { layTable } from './table';
import { layText, naturalWidth, shiftOf } from './text';
import { widthsOf } from './widths';

/** Blocks in a width: how high each is, how it is drawn, where it may be split. */
export class Layout {
  constructor(private readonly typefaces: Typefaces) {}

  stack(blocks: readonly Block[], width: number, gap = 0): Laid {
    return stacked(
      blocks.map((block) => this.lay(block, width)),
      gap,
    );
  }

  lay(block: Block, width: number): Laid {
    switch (block.kind) {
      case 'text':
        return layText(block, width, this.typefaces);
      case 'stack': {
        const stack = this.stack(block.blocks, width, block.gap);
        return block.together ? together(stack) : stack;
      }
      case 'columns':
        return this.columns(block, width);
      case 'table':
        return layTable(block, width, {
          lay: (cell, cellWidth) => this.lay(cell, cellWidth),
          widthOf: (text) => naturalWidth(text, this.typefaces),
        });
      case 'box':
        return this.box(block, width);
      case 'image':
        return {
          height: block.height,
          draw: (pen, x, y) => pen.image(block.name, x + shiftOf(block.align, width, block.width), y, block),
          split: unsplit,
        };
      case 'qr':
        return layQr(block, width);
      case 'rule': {
        const { thickness = 0.6, colour = HAIRLINE } = block;
        return {
          height: thickness,
          draw: (pen, x, y) => pen.rule(x, y, width, thickness, colour),
          split: unsplit,
        };
      }
      case 'space':
        return { height: block.height, draw: () => {}, split: unsplit };
    }
  }

  private columns({ columns, gap }: ColumnsBlock, width: number): Laid {
    const widths = widthsOf(
      columns.map((column) => column.width),
      width,
      gap,
    );
    let x = 0;
    const placed = columns.map(({ blocks }, index) => {
      const part = { x, laid: this.stack(blocks, widths[index]!) };
      x += widths[index]! + gap;
      return part;
    });
    return abreast(placed);
  }

  private box({ blocks, padding, fill, border }: BoxBlock, width: number): Laid {
    const inner = this.stack(blocks, width - 2 * padding);
    const framed = (laid: Laid): Laid => ({
      height: laid.height,
      draw(pen, x, y) {
        pen.box(x, y, width, laid.height, fill, border);
        laid.draw(pen, x, y);
      },
      split(room, page) {
        const halves = laid.split(room, page);
        return halves && [framed(halves[0]), framed(halves[1])];
      },
    });
    return framed(padded(inner, { left: padding, top: padding, bottom: padding }));
  }
}

function layQr({ data, side, align }: QrBlock, width: number): Laid {
  const { modules, dark } = qrCode(data);
  return {
    height: side,
    draw: (pen, x, y) => pen.squares(x + shiftOf(align, width, side), y, side / modules, dark),
    split: unsplit,
  };
}
