import { Decimal } from 'decimal.js';
import { reachOf, worksIn } from '../../../../shared/access/identity';
import { badField } from '../../../../shared/errors';
import { isId } from '../../../../shared/ids';
import type { Context } from '../../../../shared/subgraph/context';
import { addDays, instantOf } from '../../../../shared/time-zone';
import { hoursOf } from '../../decimal';
import type { CentreSchedule } from '../../scheduling/centre/centre-schedule.entity';
import { knownCentre } from '../../scheduling/centre/known-centre';
import { type Interval, intersection } from '../../scheduling/slots/intervals';
import { shiftIntervals } from '../../scheduling/slots/week';
import type { TechnicianWorkload, WorkloadArgs } from './technician.type';
import { type WorkloadFacts, workloadQuery } from './workload-facts';

const LONGEST_DAYS = 92;

/** Null when there is no such technician or service centre that the caller may look at. */
export async function technicianWorkload(
  context: Context,
  args: WorkloadArgs,
): Promise<TechnicianWorkload | null> {
  const { technicianId, from, to } = args;
  if (to < from) throw badField('to', 'ORDER', 'The last day is not before the first.');
  if (to > addDays(from, LONGEST_DAYS - 1))
    throw badField('to', 'TOO_LONG', `Ask for ${LONGEST_DAYS} days at the most.`);
  const centre = await centreToLookAt(context, args);
  if (!centre) return null;
  const { id: serviceCentreId, timeZone } = centre;
  const period = { from: instantOf(timeZone, from, 0), until: instantOf(timeZone, addDays(to, 1), 0) };
  const now = context.kernel.clock.now();
  const [facts] = await context.reader.query<WorkloadFacts>(
    workloadQuery({ ...centre, technicianId, fromDate: from, toDate: to, ...period, now }),
  );
  const { shifts, booked, clocked, openJobs, completedJobs } = facts!;
  const working = shiftIntervals(centre, shifts, from, to);
  const [shiftTime, clockedTime] = [lengthOf(working), within(clocked, period)];
  return {
    technicianId,
    serviceCentreId,
    timeZone,
    shiftHours: hoursOf(shiftTime),
    bookedHours: hoursOf(bookedTime(booked, working, period)),
    clockedHours: hoursOf(clockedTime),
    utilisation: shiftTime ? new Decimal(clockedTime).div(shiftTime).toDecimalPlaces(4).toFixed() : null,
    openJobs,
    completedJobs,
  };
}

interface Colleague {
  allCentres: boolean;
  serviceCentres: { id: string }[];
}

/** The one that is named, or the only one there is; of a colleague whom the caller sees. */
async function centreToLookAt(
  context: Context,
  { technicianId, serviceCentreId }: WorkloadArgs,
): Promise<CentreSchedule | null> {
  const { identity, peers } = context;
  const isTheirs = reachOf(identity, 'time:read') === 'all' || technicianId === identity.actorId;
  if (!isId(technicianId) || !isTheirs) return null;
  if (serviceCentreId && !worksIn(identity, serviceCentreId)) return null;
  const [user] = await peers.entities<Colleague>(
    'customer',
    'User',
    [technicianId],
    'allCentres serviceCentres { id }',
  );
  if (!user) return null;
  const [only, ...others] = serviceCentreId
    ? [serviceCentreId]
    : (identity.serviceCentreIds ?? user.serviceCentres.map(({ id }) => id));
  if (!only || others.length)
    throw badField('serviceCentreId', 'REQUIRED', 'Say which service centre you mean.');
  return knownCentre(context, only);
}

const lengthOf = (intervals: readonly Interval[]): number =>
  intervals.reduce((sum, { from, until }) => sum + until - from, 0);

/** None of them overlap: of one technician, one clock runs at a time. */
const within = (intervals: readonly Interval[], period: Interval): number =>
  intervals.reduce((sum, interval) => sum + lengthOf(intersection([interval], [period])), 0);

/** Work that goes on after a night takes the hours in which they are there, other work all of its time. */
const bookedTime = (
  booked: WorkloadFacts['booked'],
  working: readonly Interval[],
  period: Interval,
): number =>
  booked.reduce((sum, { spans, ...interval }) => {
    const time = intersection([interval], [period]);
    return sum + lengthOf(spans ? intersection(time, working) : time);
  }, 0);
