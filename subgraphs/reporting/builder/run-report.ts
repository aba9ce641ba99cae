import { decimalsOf, Money } from '../../../shared/money';
import type { Context } from '../../../shared/subgraph/context';
import { openReport, ReportInterval } from '../reports/report.args';
import type { ReportCell, ReportResult } from './builder.type';
import { type CheckedReport, checkReport, reportQuery } from './compile-report';
import { CURRENCY, ReportColumnKind } from './dataset';
import type { ReportDefinition } from './definition';

export const MOST_ROWS = 1000;

export interface ReportDays {
  from: string;
  to: string;
  serviceCentreId?: string | null;
}

/** A row as it comes from the database, all of it text. */
export type RawRow = Readonly<Record<string, string | null>>;

export async function runReport(
  context: Context,
  definition: ReportDefinition,
  asked: ReportDays,
): Promise<ReportResult> {
  const report = checkReport(context, definition, 'definition');
  const { scope, days } = await openReport(context, { ...asked, interval: ReportInterval.MONTH });
  const span = { scope, days, now: context.kernel.clock.now() };
  const rows = await context.reader.query<RawRow>(reportQuery(report, span, MOST_ROWS + 1));
  const kept = rows.slice(0, MOST_ROWS);
  return {
    columns: report.columns,
    rows: kept.map((row) => ({ cells: cellsOf(report, row) })),
    rowCount: kept.length,
    truncated: rows.length > MOST_ROWS,
  };
}

export function cellsOf({ dimensions, measures }: CheckedReport, row: RawRow): ReportCell[] {
  const currency = row[`d${dimensions.findIndex(([name]) => name === CURRENCY)}`] ?? null;
  return [
    ...dimensions.map(([, { kind }], n): ReportCell => {
      const [id, label] = [row[`d${n}`] || null, row[`l${n}`] || null];
      return { text: label ?? id, recordId: kind === ReportColumnKind.RECORD ? id : null, money: null };
    }),
    ...measures.map(([, { kind }], n): ReportCell => {
      const value = row[`m${n}`] ?? null;
      if (kind !== ReportColumnKind.MONEY) return { text: value, recordId: null, money: null };
      // What has no cost has no currency either.
      const amount = value !== null && currency ? new Money(Number(value), currency) : null;
      return { text: amount && amountText(amount), recordId: null, money: amount };
    }),
  ];
}

/** As a decimal of the currency: `-1234.50`. */
export function amountText({ minorUnits, currency }: Money): string {
  const places = decimalsOf(currency);
  const digits = String(Math.abs(minorUnits)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${minorUnits < 0 ? '-' : ''}${whole}${places ? `.${digits.slice(-places)}` : ''}`;
}
