import type { Sql } from '../../../shared/database/sql';
import { Money } from '../../../shared/money';
import type { Context } from '../../../shared/subgraph/context';
import { type CheckedReport, checkReport, reportQuery, requireAll } from '../builder/compile-report';
import { ReportColumnKind } from '../builder/dataset';
import { amountText, cellsOf, type RawRow } from '../builder/run-report';
import { openReport, type Reported, ReportInterval } from '../reports/report.args';
import type { ExportJob } from './export-job.entity';
import { FIXED_TABLES } from './fixed/fixed-tables';
import type { CellKind, SheetColumn, SheetRow } from './formats/sheet';
import { detailsOf } from './list-details';
import { LISTS, type ListSource, listQuery } from './lists';

/** What becomes a file: rows that are few, or a statement and what its rows look like. */
export interface ExportSource {
  title: string;
  columns: SheetColumn[];
  rows: readonly SheetRow[] | { query: Sql; shown(rows: readonly RawRow[]): Promise<SheetRow[]> };
}

type Wanted = Pick<ExportJob, 'list' | 'report' | 'definition' | 'fromDay' | 'toDay' | 'serviceCentreId'>;

/** Under the rights that the context has now: FORBIDDEN where they do not reach. */
export async function checkedExport(context: Context, job: Wanted): Promise<() => Promise<ExportSource>> {
  requireAll(context, 'reports:read');
  const needed = job.list ? LISTS[job.list].permission : job.report && FIXED_TABLES[job.report].permission;
  if (needed) requireAll(context, needed);
  const custom = job.definition && checkReport(context, job.definition, 'input.definition');
  const { fromDay: from, toDay: to, serviceCentreId } = job;
  const reported = await openReport(context, { from, to, serviceCentreId, interval: ReportInterval.MONTH });
  return async () => {
    if (custom) return sourceOfCustom(context, custom, reported);
    if (job.list) return sourceOfList(context, LISTS[job.list], { title: job.list, reported });
    const table = await FIXED_TABLES[job.report!].table(context, reported);
    return { title: titled(job.report!, reported), ...table };
  };
}

const titled = (what: string, { days }: Reported): string => `${what} ${days.from} ${days.to}`;

function sourceOfCustom(context: Context, report: CheckedReport, reported: Reported): ExportSource {
  const span = { ...reported, now: context.kernel.clock.now() };
  return {
    title: titled(report.definition.dataset, reported),
    columns: report.columns.map(({ name, kind }) => ({ name, kind: KINDS[kind] })),
    rows: {
      query: reportQuery(report, span, null),
      shown: async (rows) => rows.map((row) => cellsOf(report, row).map(({ text }) => text)),
    },
  };
}

function sourceOfList(
  context: Context,
  list: ListSource,
  { title, reported }: { title: string; reported: Reported },
): ExportSource {
  const { columns, details } = list;
  const own = (row: RawRow) => columns.map(([name, kind]) => cellOf(row, name, kind));
  return {
    title: titled(title, reported),
    columns: [
      ...columns.map(([name, kind = 'TEXT']) => ({ name: headOf(name), kind })),
      ...(details?.columns ?? []).map(([name]) => ({ name, kind: 'TEXT' as const })),
    ],
    rows: {
      query: listQuery(list, reported.scope, reported.days),
      async shown(rows) {
        if (!details) return rows.map(own);
        const known = await detailsOf(context, details, rows);
        return rows.map((row) => [...own(row), ...known(row.id!)]);
      },
    },
  };
}

function cellOf(row: RawRow, name: string, kind: CellKind | undefined): string | null {
  const value = row[name] ?? null;
  return kind === 'MONEY' && value !== null ? amountText(new Money(Number(value), row.currency!)) : value;
}

const KINDS: Readonly<Record<ReportColumnKind, CellKind>> = {
  RECORD: 'TEXT',
  WORD: 'TEXT',
  DAY: 'DAY',
  COUNT: 'NUMBER',
  DECIMAL: 'NUMBER',
  MONEY: 'MONEY',
};

const headOf = (column: string): string => column.replace(/_minor$/, '').toUpperCase();
