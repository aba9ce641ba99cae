import { type Sql, sql } from '../../../shared/database/sql';
import type { Context } from '../../../shared/subgraph/context';
import { type CentreScope, idsOf, ofCentres, ofPlaces } from '../scope/centres';
import { KpiName } from './dashboard.enums';

const BEGUN = sql`('IN_PROGRESS','WAITING_PARTS','WAITING_APPROVAL','PAUSED')`;
const IN_HAND = sql`('ASSIGNED','IN_PROGRESS','WAITING_PARTS','WAITING_APPROVAL','PAUSED')`;

type LiveKpi = (scope: CentreScope, technicianId: string | null) => Sql;

/** Where all places are in scope, what lies where is not asked. */
const levels = (scope: CentreScope, which: Sql): Sql =>
  scope.whole
    ? sql`select count(*) from inventory.report_stock_level l where ${which}`
    : sql`select count(*) from inventory.report_stock_level l
        join inventory.report_stock_location p on p.id = l.location_id where ${which} and ${ofPlaces(scope, sql`p`)}`;

const inHand = (scope: CentreScope, technicianId: string | null): Sql => sql`
  select j.id from workshop.report_job_card j
  where j.technician_id = ${technicianId}::uuid and j.status in ${IN_HAND} and ${ofCentres(scope, sql`j.service_centre_id`)}`;

/** What is so now. Each is counted here and nowhere else. */
const LIVE: Partial<Record<KpiName, LiveKpi>> = {
  SERVICE_CENTRES: (scope) => sql`
    select count(*) from customer.report_service_centre c where c.active and ${ofCentres(scope, sql`c.id`)}`,
  ACTIVE_VEHICLES: (scope) => sql`
    select count(*) from vehicle.report_vehicle v where v.archived_at is null
      and ${scope.whole ? sql`true` : sql`v.centres && ${idsOf(scope)}::uuid[]`}`,
  REQUESTS_PENDING: (scope) => sql`
    select count(*) from workshop.report_service_request r
    where r.status = 'PENDING' and ${ofCentres(scope, sql`r.service_centre_id`)}`,
  LOW_STOCK: (scope) => levels(scope, sql`l.low`),
  STOCK_ITEMS: (scope) => levels(scope, sql`l.on_hand > 0`),
  JOBS_IN_PROGRESS: (scope) => sql`
    select count(*) from workshop.report_job_card j
    where j.status in ${BEGUN} and ${ofCentres(scope, sql`j.service_centre_id`)}`,
  PENDING_APPROVALS: (scope) => sql`
    select (select count(*) from workshop.report_service_request r
        where r.status = 'PENDING' and ${ofCentres(scope, sql`r.service_centre_id`)})
      + (select count(*) from workshop.report_additional_service s
        join workshop.report_job_card j on j.id = s.job_card_id
        where s.status = 'PROPOSED' and ${ofCentres(scope, sql`j.service_centre_id`)})
      + (select count(*) from inventory.report_purchase_order o
        where o.status = 'PENDING' and ${ofPlaces(scope, sql`o`)})`,
  ASSIGNED_JOBS: (scope, technicianId) => sql`select count(*) from (${inHand(scope, technicianId)}) j`,
  PENDING_WORK: (scope, technicianId) => sql`
    select count(*) from workshop.report_job_service s
    where s.status in ('PENDING','IN_PROGRESS') and s.job_card_id in (${inHand(scope, technicianId)})`,
  PARTS_REQUIRED: (scope, technicianId) => sql`
    select count(*) from inventory.report_job_part p
    where p.status = 'WAITING' and p.job_card_id in (${inHand(scope, technicianId)})`,
};

export const isLive = (name: KpiName): boolean => name in LIVE;

/** One statement, whatever is asked for. */
export async function liveCounts(
  { reader }: Context,
  scope: CentreScope,
  names: readonly KpiName[],
  technicianId: string | null,
): Promise<ReadonlyMap<KpiName, number>> {
  const wanted = names.filter(isLive);
  const [first, ...others] = wanted.map(
    (name) => sql`select ${name}::text as name, (${LIVE[name]!(scope, technicianId)})::bigint as count`,
  );
  if (!first) return new Map();
  const statement = others.reduce((all, next) => sql`${all} union all ${next}`, first);
  const rows = await reader.query<{ name: KpiName; count: number }>(statement);
  return new Map(rows.map(({ name, count }) => [name, count]));
}
