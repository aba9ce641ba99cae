import type { Block, PdfContent } from '../../../shared/pdf/blocks';
import { heading, signatures, space, text, together } from '../../../shared/pdf/design';
import { paymentBlock } from './payment-block';
import type { Printable } from './printable';
import { framed } from './printed-frame';
import { linesTable, totalsBlock } from './printed-lines';
import { readingFor } from './reading';
import type { PrintText } from './texts/print-text';

export function printedDocument(document: Printable): PdfContent {
  const reading = readingFor(document.seller.locale, document.totals.currency);
  return framed(document, reading, [
    linesTable(document, reading),
    space(10),
    totalsBlock(document, reading),
    ...paymentBlock(document, reading),
    ...notesBlock(document, reading.said),
    ...(document.kind === 'QUOTATION' ? [signatures(reading.said.dateAndPlace, reading.said.accepted)] : []),
  ]);
}

/** What the law wants said of lines without tax stands with the notes. */
function notesBlock({ lines, notes }: Printable, said: PrintText): Block[] {
  const reasons = lines.flatMap(({ taxCategory, taxReason }) => [
    ...(taxCategory === 'REVERSE_CHARGE' ? [said.reverseCharge] : []),
    ...(taxReason ? [`${said.categories[taxCategory]}: ${taxReason}`] : []),
  ]);
  const all = [...new Set(reasons), ...(notes ? [notes] : [])];
  if (all.length === 0) return [];
  const [first, ...others] = all;
  return [
    space(14),
    together(heading(said.notes), space(3), text(first!)),
    ...others.flatMap((note) => [space(4), text(note)]),
  ];
}
