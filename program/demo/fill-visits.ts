import type { DemoGraph } from './demo-graph';
import { CITIES } from './material';
import { Dice } from './random';

const SEED = 20_261_128;
const VISITS = 5;
const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTES = 60;

interface Car {
  id: string;
  owner: { id: string } | null;
}
interface Known {
  homeServices: { totalCount: number };
  availability: { slots: { startsAt: string; date: string }[] } | null;
}

const KNOWN = `query ($input: AvailabilityInput!) {
  homeServices(filter: { status: [SCHEDULED] }, first: 1) { totalCount }
  availability(input: $input) { slots { startsAt date } }
}`;

/** A visit a day, where the technician has time for it; one of them is called off. A shop that expects some is left alone. */
export async function fillVisits(graph: DemoGraph, serviceCentreId: string): Promise<void> {
  const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  const search = { serviceCentreId, from: day(1), to: day(14), minutes: MINUTES, homeService: true };
  const { homeServices, availability } = await graph.ask<Known>('workshop', KNOWN, { input: search });
  if (homeServices.totalCount > 0) return;
  const slots = new Map((availability?.slots ?? []).map(({ date, startsAt }) => [date, startsAt]));
  const dice = new Dice(SEED);
  const cars = await carsWithOwners(graph);
  const ids: string[] = [];
  for (const [n, startsAt] of [...slots.values()].slice(0, VISITS).entries())
    ids.push(
      await graph.create('workshop', 'HomeService', {
        vehicleId: cars[n % cars.length]!.id,
        serviceCentreId,
        startsAt,
        minutes: MINUTES,
        address: { street: `Via Garibaldi ${n + 1}`, city: dice.pick(CITIES), country: 'IT' },
        directions: dice.pick(['Ring twice.', 'The gate on the left.', 'Second floor, no lift.']),
        notes: dice.pick(['The battery is flat.', 'Change of oil, please.', 'Winter tyres, please.']),
        idempotencyKey: `demo-visit-${startsAt}`,
      }),
    );
  const last = ids.at(-1);
  if (last)
    await graph.ask(
      'workshop',
      'mutation ($id: ID!, $reason: String!) { cancelHomeService(id: $id, reason: $reason) { id } }',
      { id: last, reason: 'The customer comes to the shop instead.' },
    );
}

async function carsWithOwners(graph: DemoGraph): Promise<Car[]> {
  const { vehicles } = await graph.ask<{ vehicles: { nodes: Car[] } }>(
    'vehicle',
    '{ vehicles(first: 20) { nodes { id owner { id } } } }',
  );
  return vehicles.nodes.filter(({ owner }) => owner !== null);
}
