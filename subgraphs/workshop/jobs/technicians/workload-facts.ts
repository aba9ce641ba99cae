import { type Sql, sql } from '../../../../shared/database/sql';
import type { ShiftFact } from '../../scheduling/slots/facts';
import type { Interval } from '../../scheduling/slots/intervals';

/** All that says how busy somebody is, as it comes from the database. */
export interface WorkloadFacts {
  shifts: ShiftFact[];
  /** Appointments; `spans`: those that go on after a break or a night. */
  booked: (Interval & { spans: boolean })[];
  clocked: Interval[];
  openJobs: number;
  completedJobs: number;
}

export interface Looked extends Interval {
  organisationId: string;
  /** The service centre. */
  id: string;
  technicianId: string;
  fromDate: string;
  toDate: string;
  now: Date;
}

const IN_HAND = sql`('ASSIGNED','IN_PROGRESS','WAITING_PARTS','WAITING_APPROVAL','PAUSED')`;
/** The longest that an appointment lasts, and that a clock is believed to run: what began earlier has ended. */
const LONGEST = sql`interval '31 days'`;

const milliseconds = (instant: Sql): Sql => sql`(extract(epoch from ${instant}) * 1000)::bigint`;

/** One statement, each part of it by an index that begins with the technician. */
export function workloadQuery({
  organisationId,
  id,
  technicianId,
  from,
  until,
  fromDate,
  toDate,
  now,
}: Looked): Sql {
  const [start, end] = [new Date(from), new Date(until)];
  const theirs = (alias: Sql) =>
    sql`${alias}.organisation_id = ${organisationId} and ${alias}.technician_id = ${technicianId}
      and ${alias}.service_centre_id = ${id}`;
  return sql`select
  (select coalesce(json_agg(json_build_object('technicianId', s.technician_id, 'kind', s.kind,
      'fromDate', s.from_date, 'toDate', s.to_date, 'spans', s.spans) order by s.from_date), '[]')
    from workshop.shift s where ${theirs(sql`s`)} and s.from_date <= ${toDate}
      and (s.to_date is null or s.to_date >= ${fromDate})) as shifts,
  (select coalesce(json_agg(json_build_object('from', ${milliseconds(sql`a.starts_at`)},
      'until', ${milliseconds(sql`a.ends_at`)},
      'spans', a.ends_at - a.starts_at > a.minutes * interval '1 minute')), '[]')
    from workshop.appointment a where ${theirs(sql`a`)} and a.starts_at >= ${start}::timestamptz - ${LONGEST}
      and a.starts_at < ${end} and a.ends_at > ${start}
      and a.status in ('BOOKED','CONFIRMED','CHECKED_IN','COMPLETED')) as booked,
  (select coalesce(json_agg(json_build_object('from', ${milliseconds(sql`e.started_at`)},
      'until', ${milliseconds(sql`coalesce(e.ended_at, greatest(e.started_at, ${now}::timestamptz))`)})), '[]')
    from workshop.time_entry e where ${theirs(sql`e`)} and e.started_at >= ${start}::timestamptz - ${LONGEST}
      and e.started_at < ${end} and (e.ended_at is null or e.ended_at > ${start})) as clocked,
  (select count(*)::int from workshop.job_card j where ${theirs(sql`j`)} and j.status in ${IN_HAND}) as "openJobs",
  (select count(*)::int from workshop.job_card j where ${theirs(sql`j`)} and j.completed_at >= ${start}
    and j.completed_at < ${end}) as "completedJobs"`;
}
