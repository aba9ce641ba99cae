import { formatDecimal, formatPercent } from '../../../shared/format';
import { type Block, GREY, PALE, type TableColumn } from '../../../shared/pdf/blocks';
import { small, space, text, together } from '../../../shared/pdf/design';
import { taxTotals } from '../documents/tax-totals';
import { isTaxed } from '../tax/tax-category';
import type { Printable, PrintedLine } from './printable';
import type { Reading } from './reading';

export function linesTable({ lines }: Printable, reading: Reading): Block {
  const { said } = reading;
  const discounted = lines.some((line) => line.discountPercent !== null || line.discountMinor !== null);
  const columns: TableColumn[] = [
    { head: '#', width: { fit: 24 }, colour: GREY },
    { head: said.description, width: { share: 1 } },
    { head: said.quantity, width: { fit: 60 }, align: 'right' },
    { head: said.unitPrice, width: { fit: 110 }, align: 'right' },
    ...(discounted ? [{ head: said.discount, width: { fit: 90 }, align: 'right' } as const] : []),
    { head: said.taxPercent, width: { fit: 50 }, align: 'right' },
    { head: said.amount, width: { fit: 110 }, align: 'right' },
  ];
  const row = (line: PrintedLine, index: number) => ({
    cells: [
      String(index + 1),
      description(line),
      formatDecimal(line.quantity, reading.locale),
      reading.money(line.unitPriceMinor),
      ...(discounted ? [discountOf(line, reading)] : []),
      isTaxed(line.taxCategory) ? formatPercent(line.taxPercent, reading.locale) : '–',
      reading.money(line.amountMinor),
    ],
  });
  return { kind: 'table', columns, rows: lines.map(row) };
}

const description = ({ code, description: words }: PrintedLine): Block => ({
  kind: 'stack',
  blocks: [text(words), ...(code ? [small(code)] : [])],
});

const discountOf = ({ discountPercent, discountMinor }: PrintedLine, reading: Reading): string =>
  discountPercent !== null
    ? formatPercent(discountPercent, reading.locale)
    : discountMinor !== null
      ? reading.money(discountMinor)
      : '';

/** The taxes on the left, what they sum up to on the right; on one page. */
export function totalsBlock(document: Printable, reading: Reading): Block {
  return together({
    kind: 'columns',
    gap: 26,
    columns: [
      { width: { share: 1 }, blocks: taxTable(document, reading) },
      { width: { points: 208 }, blocks: sums(document, reading) },
    ],
  });
}

function taxTable({ lines, totals }: Printable, { said, money, locale }: Reading): Block[] {
  const rows = taxTotals(lines).map(({ taxCategory, taxPercent, netMinor, taxMinor }) => ({
    cells: [
      said.categories[taxCategory],
      isTaxed(taxCategory) ? formatPercent(taxPercent, locale) : '–',
      money(netMinor),
      money(taxMinor),
    ],
  }));
  return [
    {
      kind: 'table',
      columns: [
        { head: said.taxTable, width: { share: 1 }, size: 8 },
        { head: '%', width: { fit: 40 }, align: 'right', size: 8 },
        { head: said.net, width: { fit: 90 }, align: 'right', size: 8 },
        { head: said.tax, width: { fit: 90 }, align: 'right', size: 8 },
      ],
      rows,
    },
    space(4),
    small(totals.pricesIncludeTax ? said.pricesWithTax : said.pricesWithoutTax),
  ];
}

function sums({ totals }: Printable, { said, money }: Reading): Block[] {
  const { subtotalMinor, discountTotalMinor, netMinor, taxMinor, totalMinor } = totals;
  const sum = (name: string, value: string): Block => ({
    kind: 'columns',
    gap: 8,
    columns: [
      { width: { share: 1 }, blocks: [text(name)] },
      { width: { points: 104 }, blocks: [text(value, { align: 'right' })] },
    ],
  });
  const discounted = discountTotalMinor !== 0;
  return [
    ...(discounted
      ? [
          sum(said.subtotal, money(subtotalMinor)),
          space(4),
          sum(said.discount, money(-discountTotalMinor)),
          space(4),
        ]
      : []),
    sum(said.net, money(netMinor)),
    space(4),
    sum(said.tax, money(taxMinor)),
    space(7),
    totalBox(said.total, money(totalMinor)),
  ];
}

/** The one amount that everybody looks for. */
export const totalBox = (name: string, amount: string): Block => ({
  kind: 'box',
  padding: 8,
  fill: PALE,
  blocks: [
    {
      kind: 'columns',
      gap: 8,
      columns: [
        { width: { share: 1 }, blocks: [text(name, { size: 11.5, bold: true })] },
        { width: { points: 130 }, blocks: [text(amount, { size: 11.5, bold: true, align: 'right' })] },
      ],
    },
  ],
});
