/** A report as the graph is asked for it, and the best statement that we could write for it by hand. */
export interface Question {
  name: string;
  query: string;
  sql: string;
  /** The rows of the statement, as they stand in the answer: so that both are known to say the same. */
  told(answer: Answer): Row[];
  /** What of that is kept, for one who adds up days and months by hand; or a statement over what is kept otherwise. */
  kept?: Kept | string;
  /** Of one month instead of a year. */
  month?: true;
  /** What is no sum of days, and so counted from the records each time. */
  counted?: true;
}

export interface Kept {
  figures: readonly string[];
  by: readonly ('centre' | 'month' | 'dim')[];
}

export interface Days {
  from: string;
  to: string;
}

type Row = readonly (string | number | null)[];
export type Answer = Readonly<Record<string, unknown>>;

/** `a.b.c`, through lists: of each of their items. */
export const at = (value: unknown, path: string): unknown =>
  path === ''
    ? value
    : path.split('.').reduce<unknown>((found, key) => (found as Answer | null)?.[key] ?? null, value);
export const rows =
  (list: string, ...columns: string[]) =>
  (answer: Answer): Row[] =>
    [at(answer, list)].flat().map((row) => columns.map((path) => at(row, path) as string | number | null));

const DAYS = '(from: $from, to: $to)';
export const report = (field: string, selection: string) =>
  `query ($from: LocalDate!, $to: LocalDate!) { report: ${field}Report${DAYS} { ${selection} } }`;
export const MONEY = '{ minorUnits currency }';
export const CHART = 'chart { labels series { values } }';

/** Of the organisation, on the days from `$2` to `$3` of the calendar in which all of its service centres are. */
export const days = (column: string) =>
  `organisation_id = $1 and ${column} >= $2::date::timestamp at time zone 'Europe/Rome'
   and ${column} < ($3::date + 1)::timestamp at time zone 'Europe/Rome'`;
export const issued = `organisation_id = $1 and issued_on between $2::date and $3::date`;
export const MONTH = (column: string) => `date_trunc('month', ${column} at time zone 'Europe/Rome')`;

export const AMOUNTS = `amounts { currency invoices creditNotes invoiced ${MONEY} tax ${MONEY} net ${MONEY} credited ${MONEY}
  creditedNet ${MONEY} revenue ${MONEY} paid ${MONEY} refunded ${MONEY} }`;
export const REVENUE = (key: string) => `
  select ${key} as key, currency, count(*) invoices, sum(total_minor) invoiced, sum(net_minor) net, sum(tax_minor) tax,
    0 credited, 0 paid, date_trunc('month', issued_on) from billing.report_invoice where status = 'ISSUED' and ${issued} group by 1, 2, 9
  union all select ${key}, currency, 0, 0, -sum(net_minor), 0, sum(total_minor), 0, date_trunc('month', issued_on)
    from billing.report_credit_note where ${issued} group by 1, 2, 9
  union all select ${key}, currency, 0, 0, 0, 0, 0, sum(amount_minor), ${MONTH('paid_at')}
    from billing.report_payment where status = 'SUCCEEDED' and ${days('paid_at')} group by 1, 2, 9`;

export const REVENUE_FIGURES = [
  'INVOICED',
  'INVOICED_NET',
  'INVOICED_TAX',
  'CREDITED',
  'CREDITED_NET',
  'PAID',
  'REFUNDED',
];
