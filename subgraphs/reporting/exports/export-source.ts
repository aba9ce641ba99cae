import type { Sql } from '../../../shared/database/sql';
import { Money } from '../../../shared/money';
import type { Context } from '../../../shared/subgraph/context';
import { checkReport, reportQuery, requireAll } from '../builder/compile-report';
import { ReportColumnKind } from '../builder/dataset';
import { amountText, cellsOf, type RawRow } from '../builder/run-report';
import { openReport, ReportInterval } from '../reports/report.args';
import type { ExportJob } from './export-job.entity';
import type { CellKind, SheetColumn, SheetRow } from './formats/sheet';
import { LISTS, listQuery } from './lists';

/** What becomes a file: a statement, and what its rows look like. */
export interface ExportSource {
  title: string;
  columns: SheetColumn[];
  query: Sql;
  rowOf(row: RawRow): SheetRow;
}

type Wanted = Pick<ExportJob, 'list' | 'definition' | 'fromDay' | 'toDay' | 'serviceCentreId'>;

/** Under the rights that the context has now: FORBIDDEN where they do not reach. */
export async function sourceOf(context: Context, job: Wanted): Promise<ExportSource> {
  requireAll(context, 'reports:read');
  const asked = { from: job.fromDay, to: job.toDay, serviceCentreId: job.serviceCentreId };
  if (job.list) requireAll(context, LISTS[job.list].permission);
  const report = job.definition && checkReport(context, job.definition, 'input.definition');
  const { scope, days } = await openReport(context, { ...asked, interval: ReportInterval.MONTH });
  if (report)
    return {
      title: `${report.definition.dataset} ${days.from} ${days.to}`,
      columns: report.columns.map(({ name, kind }) => ({ name, kind: KINDS[kind] })),
      query: reportQuery(report, { scope, days, now: context.kernel.clock.now() }, null),
      rowOf: (row) => cellsOf(report, row).map(({ text }) => text),
    };
  const list = job.list!;
  const { columns } = LISTS[list];
  return {
    title: `${list} ${days.from} ${days.to}`,
    columns: columns.map(([name, kind = 'TEXT']) => ({ name: headOf(name), kind })),
    query: listQuery(list, scope, days),
    rowOf: (row) =>
      columns.map(([name, kind]) => {
        const value = row[name] ?? null;
        return kind === 'MONEY' && value !== null
          ? amountText(new Money(Number(value), row.currency!))
          : value;
      }),
  };
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
