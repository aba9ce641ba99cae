import { reachOf, requireOrganisation, worksIn } from '../../../../shared/access/identity';
import type { Sql } from '../../../../shared/database/sql';
import { badField, forbidden } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { addDays } from '../../../../shared/time-zone';
import { workMinutes } from '../appointments/work';
import { learnCentre } from '../centre/known-centre';
import type { Availability, AvailabilityInput } from './availability.type';
import type { DiaryFacts } from './facts';
import { type DiaryPart, openDiary } from './open-diary';
import { DEFAULT_TRAVEL_MINUTES } from './travel';

const MOST_DAYS = 42;

/** Customers book in every service centre, staff where they work. Null when there is no such place for them. */
export async function findSlots(context: Context, input: AvailabilityInput): Promise<Availability | null> {
  const { serviceCentreId, from, to } = input;
  checkDays(from, to);
  const isCustomer = reachOf(context.identity, 'appointments:create') === 'own';
  if (isCustomer && !context.identity.customerId) throw forbidden('appointments:create');
  if (!isCustomer && !worksIn(context.identity, serviceCentreId)) return null;
  const { minutes } = await workMinutes(context, input, serviceCentreId);
  const part: DiaryPart = {
    organisationId: requireOrganisation(context.identity),
    serviceCentreId,
    fromDate: from,
    toDate: to,
    minutes,
    now: context.kernel.clock.now(),
  };
  const read = (statement: Sql) => context.reader.query<DiaryFacts>(statement);
  const diary =
    (await openDiary(read, part)) ??
    ((await learnCentre(context, serviceCentreId)) ? await openDiary(read, part) : null);
  if (!diary) return null;
  const travelMinutes = input.homeService ? (input.travelMinutes ?? DEFAULT_TRAVEL_MINUTES) : null;
  const found = diary.facts.active ? diary.slots(from, to, { ...input, minutes, travelMinutes }) : [];
  return {
    timeZone: diary.facts.timeZone,
    minutes,
    slots: [...found].flatMap(([date, slots]) =>
      slots.map(({ from: begins, until, ...rest }) => ({
        ...rest,
        date,
        startsAt: new Date(begins),
        endsAt: new Date(until),
      })),
    ),
  };
}

export function checkDays(from: string, to: string, path = 'input.'): void {
  if (to < from) throw badField(`${path}to`, 'ORDER', 'The last day is not before the first.');
  if (to >= addDays(from, MOST_DAYS))
    throw badField(`${path}to`, 'TOO_LONG', `At most ${MOST_DAYS} days at once.`);
}
