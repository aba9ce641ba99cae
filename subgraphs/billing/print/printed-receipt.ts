import type { PdfContent, TableRow } from '../../../shared/pdf/blocks';
import { fact, space, together } from '../../../shared/pdf/design';
import type { PrintableReceipt } from './printable';
import { framed } from './printed-frame';
import { totalBox } from './printed-lines';
import { readingFor } from './reading';

/** How much came, by what means, and for which invoices. */
export function printedReceipt(receipt: PrintableReceipt): PdfContent {
  const { seller, currency, settled, keptMinor, totalMinor, method } = receipt;
  const reading = readingFor(seller.locale, currency);
  const { said, money } = reading;
  const rows: TableRow[] = settled.map(({ number, amountMinor }) => ({
    cells: [number, money(amountMinor)],
  }));
  if (keptMinor !== 0) rows.push({ cells: [said.kept, money(keptMinor)] });
  return framed(receipt, reading, [
    ...fact(said.paidBy, said.methods[method]),
    space(8),
    {
      kind: 'table',
      columns: [
        { head: said.forInvoice, width: { share: 1 } },
        { head: said.amount, width: { fit: 140 }, align: 'right' },
      ],
      rows,
    },
    space(10),
    together({
      kind: 'columns',
      gap: 26,
      columns: [
        { width: { share: 1 }, blocks: [] },
        { width: { points: 240 }, blocks: [totalBox(said.received, money(totalMinor))] },
      ],
    }),
  ]);
}
