import { reachOf, requireReach } from '../../../shared/access/identity';
import { join, raw, type Sql, sql } from '../../../shared/database/sql';
import { badInput, type FieldProblem, forbidden } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import type { Days } from '../figures/days';
import { type CentreScope, idsOf } from '../scope/centres';
import type { ReportColumn } from './builder.type';
import { CURRENCY, type Dimension, dimensionsOf, type Measure, ReportColumnKind } from './dataset';
import { DATASETS } from './datasets/datasets';
import type { ReportDefinition } from './definition';

/** A definition whose every name was found in the declaration, by somebody who may ask it. */
export interface CheckedReport {
  definition: ReportDefinition;
  dimensions: readonly (readonly [string, Dimension])[];
  measures: readonly (readonly [string, Measure])[];
  columns: ReportColumn[];
}

export const columnOf = (name: string, { kind, means, ...more }: Dimension | Measure): ReportColumn => ({
  name,
  description: means,
  kind,
  recordType: 'record' in more ? (more.record ?? null) : null,
});

/** Beside the reports' own permission that of what the report is about; of one's own alone there are no reports. */
export function requireAll({ identity }: Context, permission: string): void {
  if (requireReach(identity, permission) !== 'all') throw forbidden(permission);
}

export const mayAll = ({ identity }: Context, permission: string): boolean =>
  reachOf(identity, permission) === 'all';

export function checkReport(context: Context, definition: ReportDefinition, path: string): CheckedReport {
  const dataset = DATASETS[definition.dataset];
  requireAll(context, 'reports:read');
  requireAll(context, dataset.permission);
  const known = dimensionsOf(dataset);
  const problems = [
    ...unknown(known, definition.dimensions, `${path}.dimensions`),
    ...unknown(dataset.measures, definition.measures, `${path}.measures`),
    ...definition.filters.flatMap(({ dimension }, n) =>
      own(known, dimension) ? [] : [problem(`${path}.filters.${n}.dimension`, dimension)],
    ),
  ];
  const names = [...definition.dimensions];
  if (definition.measures.some((name) => own(dataset.measures, name)?.kind === ReportColumnKind.MONEY))
    if (!names.includes(CURRENCY)) names.push(CURRENCY);
  const { sort } = definition;
  if (sort && ![...names, ...definition.measures].includes(sort.by))
    problems.push(problem(`${path}.sort.by`, sort.by));
  if (problems.length) throw badInput(problems);
  const dimensions = names.map((name) => [name, known[name]!] as const);
  const measures = definition.measures.map((name) => [name, dataset.measures[name]!] as const);
  for (const [, { permission }] of measures) if (permission) requireAll(context, permission);
  const columns = [...dimensions, ...measures].map(([name, each]) => columnOf(name, each));
  return { definition, dimensions, measures, columns };
}

const own = <T>(declared: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(declared, name) ? declared[name] : undefined;

const problem = (path: string, name: string): FieldProblem => ({
  path,
  code: 'UNKNOWN',
  message: `The report has nothing called ${name}.`,
});

function unknown(declared: object, names: readonly string[], path: string): FieldProblem[] {
  return names.flatMap((name, n): FieldProblem[] => {
    if (!Object.hasOwn(declared, name)) return [problem(`${path}.${n}`, name)];
    if (names.indexOf(name) < n)
      return [{ path: `${path}.${n}`, code: 'TWICE', message: 'It is there already.' }];
    return [];
  });
}

export interface ReportSpan {
  scope: CentreScope;
  days: Days;
  now: Date;
}

/** One statement, of declared text alone: what callers give goes in as parameters. `limit`: null for all rows. */
export function reportQuery(report: CheckedReport, span: ReportSpan, limit: number | null): Sql {
  const { definition, dimensions, measures } = report;
  const dataset = DATASETS[definition.dataset];
  const asked = { ...span, figures: [...new Set(measures.flatMap(([, { figures = [] }]) => figures))] };
  const known = dimensionsOf(dataset);
  const chosen = definition.filters.map(
    (filter) => sql` and (${known[filter.dimension]!.value})::text = any(${filter.in}::text[])`,
  );
  const selected = [
    ...dimensions.flatMap(([, { value, label }], n) => [
      sql`(${value})::text as ${raw(`d${n}`)}`,
      sql`(${label ?? value})::text as ${raw(`l${n}`)}`,
    ]),
    ...measures.map(([, { value }], n) => sql`${value} as ${raw(`m${n}`)}`),
  ];
  const grouped = dimensions.length
    ? sql`group by ${join(dimensions.flatMap((_, n) => [raw(String(2 * n + 1)), raw(String(2 * n + 2))]))}`
    : sql``;
  const shown = [
    ...dimensions.flatMap((_, n) => [raw(`d${n}`), raw(`l${n}`)]),
    ...measures.map(([, { kind }], n) => shownAs(kind, raw(`m${n}`))),
  ];
  return sql`with ${dataset.with?.(asked) ?? sql``} centres as (
      select s.id as centre_id, s.time_zone as zone, s.name from customer.report_service_centre s
      where s.id = any(${idsOf(span.scope)}::uuid[]))
    select ${join(shown)} from (
      select ${join(selected)} from ${dataset.from(asked)} ${join(chosen, '')} ${grouped}) r
    order by ${orderOf(report)} limit ${limit}::bigint`;
}

function shownAs(kind: ReportColumnKind, column: Sql): Sql {
  const exact = kind === ReportColumnKind.DECIMAL ? sql`trim_scale(round(${column}, 2))` : column;
  return sql`(${exact})::text as ${column}`;
}

function orderOf({ definition, dimensions, measures }: CheckedReport): Sql {
  const columns = [
    ...dimensions.map(([name], n) => [name, raw(`r.l${n}`)] as const),
    ...measures.map(([name], n) => [name, raw(`r.m${n}`)] as const),
  ];
  const first = columns.find(([name]) => name === definition.sort?.by)?.[1];
  const others = dimensions.flatMap((_, n) => [raw(`r.l${n}`), raw(`r.d${n}`)]);
  const order = first
    ? [sql`${first} ${definition.sort?.descending ? raw('desc nulls last') : raw('asc')}`]
    : [];
  return join([...order, ...others, raw('1')]);
}
