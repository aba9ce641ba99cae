import type { Transaction } from '../../../shared/database/transaction';
import { localDate } from '../../../shared/time-zone';
import { RatesOf } from '../tax/find-rate';
import type { DraftableDocument } from './document.entity';
import type { DocumentLine } from './document-line.entity';
import type { DocumentLineInput, UpdateDocumentLineInput } from './line.input';
import { changedLine, newLine } from './line-facts';
import { type DraftKind, requireLine, type WantedLine, writeLines } from './write-lines';

/** A locked draft with its lines, and what its lines can bear. */
export interface OpenDraft<D extends DraftableDocument, L extends DocumentLine> {
  tx: Transaction;
  kind: DraftKind<D, L>;
  document: D;
  lines: readonly WantedLine<L>[];
  country: string;
}

const ratesToday = (tx: Transaction, { timeZone }: DraftableDocument, country: string): Promise<RatesOf> =>
  RatesOf.day(tx, localDate(timeZone, tx.now.getTime()), country);

/** Whoever edits one line sees the path `input` for it, and the places of the others. */
const pathsWith = (edited: number) => ({
  pathOf: (index: number) => (index === edited ? 'input' : `lines.${index}`),
  discountPath: 'discount',
});

export async function addLine<D extends DraftableDocument, L extends DocumentLine>(
  { tx, kind, document, lines, country }: OpenDraft<D, L>,
  input: DocumentLineInput,
): Promise<D> {
  const rates = await ratesToday(tx, document, country);
  const facts = newLine(input, document.currency, rates, 'input');
  return writeLines(tx, kind, document, [...lines, { facts, line: null }], pathsWith(lines.length));
}

export async function updateLine<D extends DraftableDocument, L extends DocumentLine>(
  { tx, kind, document, lines, country }: OpenDraft<D, L>,
  lineId: string,
  input: UpdateDocumentLineInput,
): Promise<D> {
  const rates = await ratesToday(tx, document, country);
  const at = placeOf(lines, lineId);
  const wanted = lines.map(({ facts, line }, index) =>
    index === at
      ? { facts: changedLine(facts, input, document.currency, rates, 'input'), line }
      : { facts, line },
  );
  return writeLines(tx, kind, document, wanted, pathsWith(at));
}

export async function removeLine<D extends DraftableDocument, L extends DocumentLine>(
  { tx, kind, document, lines }: OpenDraft<D, L>,
  lineId: string,
): Promise<D> {
  const at = placeOf(lines, lineId);
  await tx.delete(kind.line, lines[at]!.line!);
  return writeLines(tx, kind, document, lines.toSpliced(at, 1), pathsWith(-1));
}

function placeOf<L extends DocumentLine>(lines: readonly WantedLine<L>[], lineId: string): number {
  const found = requireLine(
    lines.map(({ line }) => line!),
    lineId,
  );
  return lines.findIndex(({ line }) => line === found);
}
