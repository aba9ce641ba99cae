import { empty, join, raw, type Sql, sql } from '../../../shared/database/sql';
import { type CentreScope, idsOf, ofCentres, ofPlaces } from '../scope/centres';
import { ExportList } from './export.enums';
import type { CellKind } from './formats/sheet';
import { CUSTOMER_DETAILS, type Details } from './list-details';

type Declared = readonly (readonly [column: string, kind?: CellKind])[];

/** What a list has to say of its rows. All names are written here; amounts are in the column `currency`. */
export interface ListSource {
  permission: string;
  columns: Declared;
  from(scope: CentreScope): Sql;
  /** The instant or day that is asked for. */
  at: Sql;
  /** What was before the first day is in it as well. */
  sinceEver?: true;
  details?: Details;
}

const LOG = [['id'], ['occurred_at', 'TIME'], ['actor_kind'], ['actor_id']] as const satisfies Declared;

const ofCentre = (view: Sql) => (scope: CentreScope) =>
  sql`${view} t where ${ofCentres(scope, sql`t.service_centre_id`)}`;

export const LISTS: Readonly<Record<ExportList, ListSource>> = {
  [ExportList.CUSTOMERS]: {
    permission: 'customers:read',
    columns: [['id'], ['created_at', 'TIME'], ['archived_at', 'TIME']],
    from: (scope) =>
      sql`customer.report_customer t where (${scope.whole} or t.centres && ${idsOf(scope)}::uuid[])`,
    at: sql`t.created_at`,
    sinceEver: true,
    details: CUSTOMER_DETAILS,
  },
  [ExportList.JOBS]: {
    permission: 'jobs:read',
    columns: [
      ['id'],
      ['created_at', 'TIME'],
      ['service_centre_id'],
      ['vehicle_id'],
      ['customer_id'],
      ['technician_id'],
      ['status'],
      ['started_at', 'TIME'],
      ['completed_at', 'TIME'],
      ['delivered_at', 'TIME'],
    ],
    from: ofCentre(sql`workshop.report_job_card`),
    at: sql`t.created_at`,
  },
  [ExportList.INVOICES]: {
    permission: 'invoices:read',
    columns: [
      ['id'],
      ['number'],
      ['status'],
      ['issued_on', 'DAY'],
      ['due_on', 'DAY'],
      ['service_centre_id'],
      ['customer_id'],
      ['currency'],
      ['net_minor', 'MONEY'],
      ['tax_minor', 'MONEY'],
      ['total_minor', 'MONEY'],
      ['credited_minor', 'MONEY'],
      ['paid_minor', 'MONEY'],
      ['balance_minor', 'MONEY'],
    ],
    from: ofCentre(sql`billing.report_invoice`),
    at: sql`t.created_at`,
  },
  [ExportList.PAYMENTS]: {
    permission: 'payments:read',
    columns: [
      ['id'],
      ['paid_at', 'TIME'],
      ['status'],
      ['method'],
      ['service_centre_id'],
      ['customer_id'],
      ['currency'],
      ['amount_minor', 'MONEY'],
    ],
    from: ofCentre(sql`billing.report_payment`),
    at: sql`t.paid_at`,
  },
  [ExportList.STOCK_MOVEMENTS]: {
    permission: 'stock:read',
    columns: [
      ['id'],
      ['created_at', 'TIME'],
      ['part_id'],
      ['location_id'],
      ['kind'],
      ['quantity', 'NUMBER'],
      ['reference_type'],
      ['reference_id'],
    ],
    from: (scope) => sql`inventory.report_stock_movement t
      join inventory.report_stock_location l on l.id = t.location_id where ${ofPlaces(scope, sql`l`)}`,
    at: sql`t.created_at`,
  },
  [ExportList.AUDIT_LOG]: {
    permission: 'audit:read',
    columns: [
      ...LOG,
      ['action'],
      ['entity_type'],
      ['entity_id'],
      ['old_values'],
      ['new_values'],
      ['address'],
    ],
    from: (scope) =>
      scope.whole
        ? sql`platform.report_audit_log t where true`
        : sql`platform.report_audit_log t where ${ofCentres(scope, sql`t.service_centre_id`)}`,
    at: sql`t.occurred_at`,
  },
  [ExportList.ACCESS_LOG]: {
    permission: 'audit:read',
    columns: [...LOG, ['entity_type'], ['entity_id'], ['address']],
    // What was shown has no service centre: it is for those who see all of the organisation.
    from: ({ whole }) => sql`platform.report_access_log t where ${whole}::boolean`,
    at: sql`t.occurred_at`,
  },
};

/** The rows of the days by the calendar of the scope, the oldest first. */
export function listQuery(
  { columns, from, at, sinceEver }: ListSource,
  scope: CentreScope,
  days: { from: string; to: string },
): Sql {
  const start = (day: string, more: number) =>
    sql`((${day}::date + ${more}::integer)::timestamp at time zone ${scope.timeZone})`;
  const since = sinceEver ? empty : sql`and ${at} >= ${start(days.from, 0)}`;
  return sql`select ${join(columns.map(([name, kind]) => shown(raw(name), kind)))}
    from ${from(scope)} ${since} and ${at} < ${start(days.to, 1)} order by ${at}, t.id`;
}

const shown = (column: Sql, kind: CellKind = 'TEXT'): Sql =>
  kind === 'TIME'
    ? sql`to_char(t.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${column}`
    : sql`t.${column}::text as ${column}`;
