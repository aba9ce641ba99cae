import { requireOrganisation, worksIn } from '../../../../shared/access/identity';
import { idList, type Sql, sql } from '../../../../shared/database/sql';
import { isId } from '../../../../shared/ids';
import type { Context } from '../../../../shared/subgraph/context';
import { addDays, datesBetween, instantOf } from '../../../../shared/time-zone';
import type { JobCard } from '../../jobs/job-card.entity';
import { jobCards } from '../../jobs/job-card.loader';
import type { Appointment } from '../appointments/appointment.entity';
import { appointments } from '../appointments/appointment.loader';
import { learnCentre } from '../centre/known-centre';
import type { Calendar, CalendarDay, CalendarPart } from './calendar.type';
import type { Diary } from './diary';
import type { DiaryFacts } from './facts';
import { checkDays } from './find-slots';
import { type Interval, intersection } from './intervals';
import { openDiary } from './open-diary';

/** Null when there is no such service centre, or they do not work in it. */
export async function readCalendar(
  context: Context,
  serviceCentreId: string,
  fromDate: string,
  toDate: string,
): Promise<Calendar | null> {
  checkDays(fromDate, toDate, '');
  if (!isId(serviceCentreId) || !worksIn(context.identity, serviceCentreId)) return null;
  const part = {
    organisationId: requireOrganisation(context.identity),
    serviceCentreId,
    fromDate,
    toDate,
    minutes: 0,
    now: context.kernel.clock.now(),
  };
  const read = (statement: Sql) => context.reader.query<DiaryFacts>(statement);
  const diary =
    (await openDiary(read, part)) ??
    ((await learnCentre(context, serviceCentreId)) ? await openDiary(read, part) : null);
  if (!diary) return null;
  const { timeZone } = diary.facts;
  return {
    timeZone,
    days: datesBetween(fromDate, toDate).map((date) => dayOf(diary, date)),
    part: {
      serviceCentreId,
      fromDate,
      toDate,
      from: new Date(instantOf(timeZone, fromDate, 0)),
      until: new Date(instantOf(timeZone, addDays(toDate, 1), 0)),
      facts: diary.facts,
    },
  };
}

function dayOf({ facts, opening, workers }: Diary, date: string): CalendarDay {
  const day = {
    from: instantOf(facts.timeZone, date, 0),
    until: instantOf(facts.timeZone, addDays(date, 1), 0),
  };
  const ofDay = (intervals: Interval[]) =>
    intersection(intervals, [day]).map(({ from, until }) => ({
      startsAt: new Date(from),
      endsAt: new Date(until),
    }));
  return {
    date,
    opening: ofDay(opening),
    working: workers.flatMap(({ id, work }) =>
      id === null ? [] : ofDay(work).map((stretch) => ({ ...stretch, technicianId: id })),
    ),
  };
}

const MOST = sql`limit 2000`;

/** Those that reach into the days; lapsed holds and what was called off leave no trace. */
export function appointmentsOf(
  context: Context,
  { serviceCentreId, from, until }: CalendarPart,
): Promise<Appointment[]> {
  return context.reader.rows(
    appointments,
    sql`t.service_centre_id = ${serviceCentreId} and t.starts_at < ${until} and t.ends_at > ${from}
      and t.starts_at >= ${from}::timestamptz - interval '31 days' and t.status <> 'CANCELLED'
      and (t.status <> 'HELD' or t.held_until > ${context.kernel.clock.now()})`,
    sql`order by t.starts_at, t.id ${MOST}`,
  );
}

/** What is in the workshop now, and what was promised for these days. */
export function jobCardsOf(
  context: Context,
  { serviceCentreId, from, until, facts }: CalendarPart,
): Promise<JobCard[]> {
  const technicians = idList([...new Set(facts.shifts.map(({ technicianId }) => technicianId))]);
  return context.reader.rows(
    jobCards,
    sql`t.service_centre_id = ${serviceCentreId} and t.status not in ('COMPLETED', 'DELIVERED', 'CANCELLED')
      and (t.promised_at >= ${from} and t.promised_at < ${until} or t.technician_id = any(${technicians}::uuid[]))`,
    sql`order by t.promised_or_never, t.id ${MOST}`,
  );
}
