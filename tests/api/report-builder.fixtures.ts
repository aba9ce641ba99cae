import type { GraphClient } from '../harness/client';

export interface Cell {
  text: string | null;
  recordId: string | null;
  money: { minorUnits: number; currency: string } | null;
}

export interface Result {
  columns: { name: string; description: string; kind: string; recordType: string | null }[];
  rows: { cells: Cell[] }[];
  rowCount: number;
  truncated: boolean;
}

export const RESULT = `columns { name description kind recordType }
  rows { cells { text recordId money { minorUnits currency } } } rowCount truncated`;

export const RUN = `query ($definition: ReportDefinitionInput, $saved: ID, $from: LocalDate!, $to: LocalDate!, $centre: ID) {
  runReport(definition: $definition, savedReportId: $saved, from: $from, to: $to, serviceCentreId: $centre) { ${RESULT} } }`;

export const run = async (client: GraphClient, variables: Record<string, unknown>): Promise<Result> =>
  (await client.ask<{ runReport: Result }>(RUN, variables)).runReport;

/** A row as texts by the names of its columns. */
export const textsOf = ({ columns, rows }: Result): Record<string, string | null>[] =>
  rows.map(({ cells }) => Object.fromEntries(columns.map(({ name }, n) => [name, cells[n]!.text])));
