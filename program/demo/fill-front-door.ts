import { addDays } from '../../shared/time-zone';
import type { DemoGraph } from './demo-graph';
import { MAIN_SHOP } from './shops';

/** Those who announced a car on the web page of the shop: a stranger, and somebody whose plate is read wrongly. */
const ANNOUNCED = [
  {
    firstName: 'Lorenzo',
    lastName: 'Sala',
    phone: '+39 347 555 0142',
    plate: 'GH 642 TK',
    make: 'Fiat',
    model: 'Tipo',
    damage: 'Somebody drove into the rear bumper in a car park.',
  },
  {
    firstName: 'Beatrice',
    lastName: 'Neri',
    phone: '+39 348 555 0177',
    plate: 'FZ 018 LM',
    make: 'Renault',
    model: 'Captur',
    damage: 'Hail on the bonnet and the roof.',
  },
] as const;

/** Days on which the shop is closed, counted from today. */
const CLOSURES = [
  [30, 30, 'Feast of the patron saint'],
  [60, 69, 'Holidays of the whole shop'],
] as const;

/** What comes in by the web page, and when the door is closed. Again: the same. */
export async function fillFrontDoor(graph: DemoGraph, serviceCentreId: string): Promise<void> {
  for (const [n, announced] of ANNOUNCED.entries())
    await graph.ask(
      'workshop',
      'mutation ($input: PreCheckInInput!) { preCheckIn(input: $input) { trackingCode } }',
      {
        input: {
          ...announced,
          organisation: MAIN_SHOP.slug,
          serviceCentre: MAIN_SHOP.centres[0]!.code,
          idempotencyKey: `demo-pre-check-in-${n}`,
        },
      },
    );
  const known = await closuresOf(graph, serviceCentreId);
  for (const [from, to, reason] of CLOSURES.filter(([, , why]) => !known.includes(why)))
    await graph.ask('workshop', 'mutation ($input: AddClosureInput!) { addClosure(input: $input) { id } }', {
      input: { serviceCentreId, fromDate: dayFromNow(from), toDate: dayFromNow(to), reason },
    });
}

/** Their reasons: filled on another day, they would be on other days. */
async function closuresOf(graph: DemoGraph, id: string): Promise<string[]> {
  const { calendar } = await graph.ask<{ calendar: { schedule: { closures: { reason: string }[] } } }>(
    'workshop',
    `query ($id: ID!, $day: LocalDate!) {
      calendar(serviceCentreId: $id, from: $day, to: $day) { schedule { closures { reason } } } }`,
    { id, day: dayFromNow(0) },
  );
  return calendar.schedule.closures.map(({ reason }) => reason);
}

const dayFromNow = (days: number): string => addDays(new Date().toISOString().slice(0, 10), days);
