import { type Sql, sql } from '../../../shared/database/sql';
import type { Days } from '../figures/days';
import { figuresOfDays } from '../figures/read-figures';
import type { FigureName } from '../figures/source';
import type { CentreScope } from '../scope/centres';

export enum ReportColumnKind {
  RECORD = 'RECORD',
  WORD = 'WORD',
  DAY = 'DAY',
  COUNT = 'COUNT',
  DECIMAL = 'DECIMAL',
  MONEY = 'MONEY',
}

/** What rows are told apart by. */
export interface Dimension {
  kind: ReportColumnKind.RECORD | ReportColumnKind.WORD | ReportColumnKind.DAY;
  means: string;
  value: Sql;
  /** The type of the graph that the value is an id of. */
  record?: string;
  /** What to show for it, where the views know it. */
  label?: Sql;
}

/** What is counted or added up. */
export interface Measure {
  kind: ReportColumnKind.COUNT | ReportColumnKind.DECIMAL | ReportColumnKind.MONEY;
  means: string;
  value: Sql;
  /** Beside that of the data set. */
  permission?: string;
  figures?: readonly FigureName[];
}

export interface Asked {
  scope: CentreScope;
  days: Days;
  now: Date;
  figures: readonly FigureName[];
}

/**
 * What can be asked: nothing that is not declared here reaches the database. `from` finds `centres` in scope (the
 * service centres that the report is about: `centre_id`, `zone`, `name`), and gives the rows with their conditions.
 */
export interface Dataset {
  permission: string;
  means: string;
  with?(asked: Asked): Sql;
  from(asked: Asked): Sql;
  /** Of a row, by the calendar of its service centre. */
  day: Sql;
  /** Of a row's amounts. */
  currency?: Sql;
  dimensions: Readonly<Record<string, Dimension>>;
  measures: Readonly<Record<string, Measure>>;
}

const { RECORD, WORD, DAY, COUNT, DECIMAL, MONEY } = ReportColumnKind;

export const CURRENCY = 'CURRENCY';

/** Those of its own, and those that every data set has. */
export function dimensionsOf({ day, currency, dimensions }: Dataset): Readonly<Record<string, Dimension>> {
  const start = (unit: Sql) => sql`date_trunc(${unit}, (${day})::timestamp)::date`;
  return {
    ...dimensions,
    SERVICE_CENTRE: record('ServiceCentre', sql`centres.centre_id`, 'The service centre.', sql`centres.name`),
    DAY: { kind: DAY, value: day, means: 'The day.' },
    WEEK: { kind: DAY, value: start(sql`'week'`), means: 'The week, by its Monday.' },
    MONTH: { kind: DAY, value: start(sql`'month'`), means: 'The month, by its first day.' },
    YEAR: { kind: DAY, value: start(sql`'year'`), means: 'The year, by its first day.' },
    ...(currency && { [CURRENCY]: word(currency, 'The currency; always there beside amounts of money.') }),
  };
}

export const record = (type: string, value: Sql, means: string, label?: Sql): Dimension => ({
  kind: RECORD,
  record: type,
  value,
  means,
  ...(label && { label }),
});

export const word = (value: Sql, means: string): Dimension => ({ kind: WORD, value, means });

export const count = (means: string, value: Sql = sql`count(*)`): Measure => ({ kind: COUNT, means, value });

export const money = (means: string, value: Sql): Measure => ({ kind: MONEY, means, value });

export const decimal = (means: string, value: Sql): Measure => ({ kind: DECIMAL, means, value });

const sum = (column: Sql, figure: FigureName) =>
  sql`coalesce(sum(${column}) filter (where t.figure = ${figure}), 0)`;

/** How often a figure happened. */
export const times = (figure: FigureName, means: string): Measure => ({
  ...count(means, sum(sql`t.count`, figure)),
  figures: [figure],
});

/** What a figure comes to, as it is, less another, or in parts of so much. */
export function amount(
  kind: Measure['kind'],
  means: string,
  figure: FigureName,
  { less, per = 1 }: { less?: FigureName; per?: number } = {},
): Measure {
  const all = sum(sql`t.amount`, figure);
  const value = less ? sql`${all} - ${sum(sql`t.amount`, less)}` : sql`${all} / ${per}::numeric`;
  return { kind, means, value, figures: less ? [figure, less] : [figure] };
}

/** A data set whose measures are figures: as dashboards and reports count them, and nowhere else. */
export const ofFigures = (declared: Omit<Dataset, 'with' | 'from' | 'day'>): Dataset => ({
  ...declared,
  day: sql`t.day`,
  with: ({ scope, days, figures, now }) => sql`${figuresOfDays({ scope, days, names: figures }, now)},`,
  from: () => sql`figures t join centres on centres.centre_id = t.centre_id`,
});

const WIDER = sql`interval '3 hours'`;

/** The rows of a view whose instant is on one of the days, found by its index of service centre and instant. */
export const happenedOn = (view: Sql, instant: Sql, { days }: Asked): Sql =>
  sql`centres cross join lateral (select x.* from ${view} x where x.service_centre_id = centres.centre_id
    and ${around(sql`x.${instant}`, days)} offset 0) t where ${onDays(dayIn(sql`t.${instant}`), days)}`;

/** A little wider than the days: which day a row is of is asked of the row. */
export const around = (instant: Sql, { from, to }: Days, zone: Sql = sql`centres.zone`): Sql =>
  sql`${instant} >= (${from}::date::timestamp at time zone ${zone}) - ${WIDER}
    and ${instant} < ((${to}::date + 1)::timestamp at time zone ${zone}) + ${WIDER}`;

export const onDays = (day: Sql, { from, to }: Days): Sql =>
  sql`${day} between ${from}::date and ${to}::date`;

export const dayIn = (instant: Sql): Sql => sql`(${instant} at time zone centres.zone)::date`;
