import type { Readable } from '../../../shared/database/readable';
import { raw, sql } from '../../../shared/database/sql';
import type { Given, Transaction } from '../../../shared/database/transaction';
import { notFound } from '../../../shared/errors';
import { calculate, type Terms } from './arithmetic';
import type { DraftableDocument } from './document.entity';
import type { DocumentLine } from './document-line.entity';
import { type LineFacts, requireComputable } from './line-facts';

/** A kind of document that is written line by line. */
export interface DraftKind<D extends DraftableDocument, L extends DocumentLine> {
  document: new () => D;
  line: new () => L;
  lines: Readable<L>;
  /** The column of a line that names its document. */
  parent: string;
  /** The same, as a property. */
  ofDocument(id: string): Partial<L>;
}

/** A line as it is to be: new, or one that is there already. */
export interface WantedLine<L extends DocumentLine> {
  facts: LineFacts;
  line: L | null;
}

/** In the order that they stand in. */
export const linesOf = <L extends DocumentLine>(
  tx: Transaction,
  kind: Pick<DraftKind<DraftableDocument, L>, 'lines' | 'parent'>,
  documentId: string,
): Promise<L[]> =>
  tx.rows(
    { ...kind.lines, permission: null },
    sql`t.${raw(kind.parent)} = ${documentId}`,
    sql`order by t.position`,
  );

interface Place {
  /** Where in the caller's input a line stands. */
  pathOf(index: number): string;
  discountPath: string;
}

/**
 * Writes these lines, in this order, and what comes out of them into the locked document, together with `patch`.
 * Everything is computed anew: one line more changes every line's share of a discount.
 */
export async function writeLines<D extends DraftableDocument, L extends DocumentLine>(
  tx: Transaction,
  kind: DraftKind<D, L>,
  document: D,
  wanted: readonly WantedLine<L>[],
  { pathOf, discountPath }: Place,
  patch: Partial<D> = {},
): Promise<D> {
  const terms: Terms = { ...document, ...patch };
  const facts = wanted.map((one) => one.facts);
  requireComputable(terms, facts, pathOf, discountPath);
  const { lines, totals } = calculate(terms, facts);
  let position = 0;
  for (const [index, { line, facts: said }] of wanted.entries()) {
    position = line ? line.position : position + 1;
    const columns = { ...said, ...lines[index]!, position } as Given<L>;
    if (line) await tx.update(kind.line, line, columns);
    else
      await tx.insert(kind.line, {
        ...columns,
        ...kind.ofDocument(document.id),
        currency: document.currency,
      });
  }
  return tx.update(kind.document, document, { ...patch, ...totals } as Given<D>);
}

export function requireLine<L extends DocumentLine>(lines: readonly L[], id: string): L {
  const line = lines.find((one) => one.id === id);
  if (!line) throw notFound('Line');
  return line;
}
