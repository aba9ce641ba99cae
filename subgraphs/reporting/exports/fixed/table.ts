import type { Money } from '../../../../shared/money';
import type { Context } from '../../../../shared/subgraph/context';
import { mayAll } from '../../builder/compile-report';
import { amountText } from '../../builder/run-report';
import type { Reported } from '../../reports/report.args';
import type { CellKind, SheetColumn, SheetRow } from '../formats/sheet';
import { type NamedType, namesOf } from '../names';

type Value = string | number | Money | { id: string } | null | undefined;

export interface Column<R> {
  name: string;
  kind: CellKind;
  of(row: R): Value;
  /** What the value is a record of: the file says what it is called. */
  type?: NamedType;
  /** Left out of the files of those who have it not. */
  permission?: string;
}

export interface Table {
  columns: SheetColumn[];
  rows: SheetRow[];
}

/** A report as a table. */
export interface FixedTable {
  /** Beside that of all reports. */
  permission?: string;
  table(context: Context, reported: Reported): Promise<Table>;
}

export const text = <R>(name: string, of: (row: R) => Value): Column<R> => ({ name, kind: 'TEXT', of });
export const number = <R>(name: string, of: (row: R) => Value): Column<R> => ({ name, kind: 'NUMBER', of });
export const money = <R>(name: string, of: (row: R) => Value): Column<R> => ({ name, kind: 'MONEY', of });
export const day = <R>(name: string, of: (row: R) => Value): Column<R> => ({ name, kind: 'DAY', of });
export const record = <R>(name: string, type: NamedType, of: (row: R) => Value): Column<R> => ({
  ...text(name, of),
  type,
});

/** A report that is read as rows; then the columns that its file has. */
export const fixed =
  <R>(read: (context: Context, reported: Reported) => Promise<readonly R[]>, permission?: string) =>
  (columns: readonly Column<R>[]): FixedTable => ({
    ...(permission && { permission }),
    async table(context, reported) {
      const shown = columns.filter((column) => !column.permission || mayAll(context, column.permission));
      const rows = await read(context, reported);
      const cells = await Promise.all(shown.map((column) => cellsOf(context, column, rows)));
      return {
        columns: shown.map(({ name, kind }) => ({ name, kind })),
        rows: rows.map((_, n) => cells.map((column) => column[n]!)),
      };
    },
  });

async function cellsOf<R>(
  context: Context,
  { of, type }: Column<R>,
  rows: readonly R[],
): Promise<(string | null)[]> {
  const values = rows.map(of);
  if (!type) return values.map(textOf);
  const ids = values.map((value) => (value as { id: string } | null | undefined)?.id ?? null);
  const names = await namesOf(
    context,
    type,
    ids.filter((id) => id !== null),
  );
  return ids.map((id) => (id && names.get(id)) ?? null);
}

function textOf(value: Value): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return String(value);
  return 'minorUnits' in value ? amountText(value) : value.id;
}

/** A row for each currency; what is no money stands in the first of them alone, so that it can be added up. */
export const onceIn = <R, A>(row: R, amounts: readonly A[]): { row: R | null; amount: A | null }[] =>
  amounts.length === 0
    ? [{ row, amount: null }]
    : amounts.map((amount, n) => ({ row: n === 0 ? row : null, amount }));

/** Of what a screen shows the first of. */
export const MOST_EXPORTED = 10_000;
