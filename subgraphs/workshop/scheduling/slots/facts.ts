import { type Sql, sql } from '../../../../shared/database/sql';
import type { BayKind } from '../opening/bay.entity';
import type { ShiftKind } from '../opening/shift.entity';
import type { StoredSpan } from '../opening/spans';

/** An appointment, a visit to a customer's home or a job in hand; each takes its technician, and its bay if it has one. */
export interface Busy {
  /** The appointment or the visit; null for a job. */
  occupantId: string | null;
  bayId: string | null;
  technicianId: string | null;
  from: number;
  until: number;
}

export interface ShiftFact {
  technicianId: string;
  kind: `${ShiftKind}`;
  fromDate: string;
  toDate: string | null;
  spans: StoredSpan[];
}

/** All that decides when a service centre can be booked, as it comes from the database. */
export interface DiaryFacts {
  timeZone: string;
  active: boolean;
  slotMinutes: number;
  minimumNoticeMinutes: number;
  opening: { validFrom: string; week: StoredSpan[] }[];
  closures: { bayId: string | null; fromDate: string; toDate: string }[];
  /** Those in use, in their order. */
  bays: { id: string; kind: BayKind }[];
  shifts: ShiftFact[];
  busy: Busy[];
}

export interface Window {
  /** Instants, and the days that they are of: the days may reach a little further. */
  from: Date;
  until: Date;
  fromDate: string;
  toDate: string;
}

const OCCUPIES = sql`(a.status in ('BOOKED', 'CONFIRMED', 'CHECKED_IN') or a.status = 'HELD' and a.held_until > n.now)`;

/** A job that is not finished has its bay and its technician until it was promised, or now if that has passed. */
const UNTIL = sql`case when j.id is null then a.ends_at else greatest(a.ends_at, j.promised_at, n.now) end`;
const JOB = sql`left join workshop.job_card j on a.status = 'CHECKED_IN' and j.organisation_id = a.organisation_id
  and j.id = a.job_card_id and j.status not in ('COMPLETED', 'DELIVERED', 'CANCELLED')`;
const TAKEN = sql`select a.id as occupant, a.bay_id as bay, a.technician_id as technician, a.starts_at as begins,
  ${UNTIL} as ends from workshop.appointment a cross join n ${JOB}`;

/** With the way there and back. Who is out is not back before they have come the way back. */
const VISITS = sql`select v.id, null::uuid, v.technician_id, v.leaves_at,
  case v.status when 'SCHEDULED' then v.returns_at
    else greatest(v.returns_at, n.now + v.travel_minutes * interval '1 minute') end
  from workshop.home_service v cross join n`;
const OUT_STANDING = sql`('SCHEDULED', 'EN_ROUTE', 'ARRIVED', 'IN_PROGRESS')`;

/** The longest that an appointment lasts: what began earlier has ended, unless it is late. */
const LONGEST = sql`interval '31 days'`;

/**
 * One statement, whatever the number of bays, technicians and days. What is booked is asked for in ways that each have
 * an index: in this centre, elsewhere by its technicians, what was checked in long ago and is not done, and the visits
 * that stand.
 */
export function factsQuery(
  organisationId: string,
  centreId: string,
  { from, until, fromDate, toDate }: Window,
  now: Date,
): Sql {
  const inWindow = sql`a.starts_at >= ${from}::timestamptz - ${LONGEST} and a.starts_at < ${until}`;
  const ofTenant = sql`a.organisation_id = ${organisationId}`;
  const theirs = sql`a.technician_id = any(array(select id from worker))`;
  const standing = sql`a.status = 'CHECKED_IN' and a.starts_at < ${from}::timestamptz - ${LONGEST}`;
  return sql`
with n as (select ${now}::timestamptz as now),
shifts as (select s.* from workshop.shift s join workshop.booked_resource r
    on r.organisation_id = s.organisation_id and r.id = s.technician_id and r.bookable
  where s.organisation_id = ${organisationId} and s.service_centre_id = ${centreId}),
worker as (select distinct technician_id as id from shifts),
taken as (
  ${TAKEN} where ${ofTenant} and a.service_centre_id = ${centreId} and ${inWindow} and ${OCCUPIES}
  union all
  ${TAKEN} where ${ofTenant} and ${theirs} and a.service_centre_id <> ${centreId} and ${inWindow} and ${OCCUPIES}
  union all
  ${TAKEN} where ${ofTenant} and ${standing} and (a.service_centre_id = ${centreId} or ${theirs})
  union all
  ${VISITS} where v.organisation_id = ${organisationId} and v.status in ${OUT_STANDING} and v.leaves_at < ${until}
    and (v.service_centre_id = ${centreId} or v.technician_id = any(array(select id from worker)))
  union all
  select null, null, j.technician_id, n.now, j.promised_at from workshop.job_card j cross join n
  where j.organisation_id = ${organisationId} and j.technician_id = any(array(select id from worker))
    and j.status in ('ASSIGNED', 'IN_PROGRESS') and j.promised_at > n.now and not exists (
      select from workshop.appointment a where ${ofTenant} and a.job_card_id = j.id and a.status = 'CHECKED_IN'))
select c.time_zone as "timeZone", c.active, c.slot_minutes as "slotMinutes",
  c.minimum_notice_minutes as "minimumNoticeMinutes",
  (select coalesce(json_agg(json_build_object('validFrom', o.valid_from, 'week', o.week) order by o.valid_from), '[]')
    from workshop.opening_hours o where o.organisation_id = c.organisation_id and o.service_centre_id = c.id
      and o.valid_from <= ${toDate}) as opening,
  (select coalesce(json_agg(json_build_object('bayId', d.bay_id, 'fromDate', d.from_date, 'toDate', d.to_date)), '[]')
    from workshop.closure d where d.organisation_id = c.organisation_id and d.service_centre_id = c.id
      and d.to_date >= ${fromDate} and d.from_date <= ${toDate}) as closures,
  (select coalesce(json_agg(json_build_object('id', b.id, 'kind', b.kind) order by b.position, b.id), '[]')
    from workshop.bay b where b.organisation_id = c.organisation_id and b.service_centre_id = c.id and b.active) as bays,
  (select coalesce(json_agg(json_build_object('technicianId', s.technician_id, 'kind', s.kind, 'fromDate', s.from_date,
      'toDate', s.to_date, 'spans', s.spans) order by s.from_date), '[]') from shifts s) as shifts,
  (select coalesce(json_agg(json_build_object('occupantId', t.occupant, 'bayId', t.bay, 'technicianId', t.technician,
      'from', (extract(epoch from t.begins) * 1000)::bigint, 'until', (extract(epoch from t.ends) * 1000)::bigint)), '[]')
    from taken t where t.ends > ${from}) as busy
from workshop.centre_schedule c where c.organisation_id = ${organisationId} and c.id = ${centreId}`;
}
