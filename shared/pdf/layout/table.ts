import {
  type Block,
  GREY,
  HAIRLINE,
  type TableBlock,
  type TableColumn,
  TEXT_SIZE,
  type TextBlock,
  type Width,
} from '../blocks';
import { abreast, type Laid, padded, stacked } from './laid';
import { widthsOf } from './widths';

const GAP = 11;
const ROW = { left: 0, top: 3.5, bottom: 3.5 };
const HEAD_SIZE = TEXT_SIZE - 1.5;
const HEAD_RULE = 0.9;
const ROW_RULE = 0.4;
/** So that what just fits is not broken. */
const ROUNDING = 0.01;

export interface Measure {
  lay(block: Block, width: number): Laid;
  widthOf(text: TextBlock): number;
}

/** Its head stands again on top of each page that it goes on to, and never alone at the bottom of one. */
export function layTable({ columns, rows }: TableBlock, width: number, { lay, widthOf }: Measure): Laid {
  const bodies = rows.map(({ cells, bold }) =>
    columns.map((column, index) => bodyCell(column, cells[index] ?? '', bold)),
  );
  const heads = columns.map(headCell);
  const widths = widthsOf(
    columns.map((column, index): Width => {
      if (!('fit' in column.width)) return column.width;
      const texts = [heads, ...bodies].map((cells) => cells[index]!).filter((cell) => cell.kind === 'text');
      return { points: Math.min(column.width.fit, Math.max(...texts.map(widthOf)) + ROUNDING) };
    }),
    width,
    GAP,
  );
  const row = (cells: readonly Block[]): Laid => {
    let x = 0;
    const placed = cells.map((cell, index) => {
      const part = { x, laid: lay(cell, widths[index]!) };
      x += widths[index]! + GAP;
      return part;
    });
    return padded(abreast(placed), ROW);
  };
  const head = columns.some(({ head: label }) => label)
    ? ruled(row(heads), width, HEAD_RULE, GREY)
    : stacked([]);
  const laid = bodies.map((cells) => ruled(row(cells), width, ROW_RULE, HAIRLINE));
  return withHead(head, laid);
}

const headCell = ({ head, align }: TableColumn): TextBlock => ({
  kind: 'text',
  text: head,
  size: HEAD_SIZE,
  bold: true,
  colour: GREY,
  ...(align ? { align } : {}),
});

function bodyCell(column: TableColumn, cell: string | Block, bold: boolean | undefined): Block {
  if (typeof cell !== 'string') return cell;
  const { head: _head, width: _width, ...style } = column;
  return { kind: 'text', text: cell, ...style, ...(bold ? { bold } : {}) };
}

function withHead(head: Laid, rows: readonly Laid[]): Laid {
  const whole = stacked([head, ...rows]);
  return {
    ...whole,
    split(room, page) {
      let used = head.height;
      const fitting = rows.findIndex((row) => {
        used += row.height;
        return used > room;
      });
      if (fitting < 0) return null;
      const next = rows[fitting]!;
      const left = room - used + next.height;
      const tooHigh = next.height + head.height > page;
      const halves = tooHigh ? next.split(left, page - head.height) : null;
      const before = [...rows.slice(0, fitting), ...(halves ? [halves[0]] : [])];
      const after = [halves ? halves[1] : next, ...rows.slice(fitting + 1)];
      return before.length ? [withHead(head, before), withHead(head, after)] : null;
    },
  };
}

/** With a line below it. */
function ruled(inner: Laid, width: number, thickness: number, colour: string): Laid {
  return {
    height: inner.height + thickness,
    draw(pen, x, y) {
      inner.draw(pen, x, y);
      pen.rule(x, y + inner.height, width, thickness, colour);
    },
    split(room, page) {
      const halves = inner.split(room - thickness, page - thickness);
      return (
        halves && [ruled(halves[0], width, thickness, colour), ruled(halves[1], width, thickness, colour)]
      );
    },
  };
}
