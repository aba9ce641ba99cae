import type { DemoGraph } from './demo-graph';
import { fillInspections } from './fill-inspections';
import { fillVisits } from './fill-visits';
import { CARS, CITIES, COLOURS, COMPLAINTS, FIRST_NAMES, LAST_NAMES } from './material';
import { Dice } from './random';

const CUSTOMERS = 200;
const SEED = 20_261_120;

export interface Filling {
  progress(done: number, all: number): void;
  stopped(): boolean;
}

/**
 * Customers, vehicles and jobs, one after another, through the same commands that clients use. A filling that was
 * interrupted goes on with the customer that it was at, whose commands find their keys used.
 */
export async function fillShop(graph: DemoGraph, centres: string[], filling: Filling): Promise<void> {
  const known = await knownAddresses(graph);
  let next = 1;
  while (known.has(address(next))) next += 1;
  for (let n = Math.max(1, next - 1); n <= CUSTOMERS && !filling.stopped(); n += 1) {
    await customerWithCars(graph, centres, n);
    filling.progress(n, CUSTOMERS);
  }
  if (filling.stopped()) return;
  await fillVisits(graph, centres[0]!);
  await fillInspections(graph);
}

const address = (n: number) => `customer${n}@example.com`;

async function customerWithCars(graph: DemoGraph, centres: string[], n: number): Promise<void> {
  const dice = new Dice(SEED + n);
  const serviceCentreId = dice.pick(centres);
  const ownerId = await graph.create('customer', 'Customer', {
    firstName: dice.pick(FIRST_NAMES),
    lastName: dice.pick(LAST_NAMES),
    phone: `+39 320 ${String(1_000_000 + n * 37).slice(-7)}`,
    email: address(n),
    address: { street: `Via Roma ${n}`, city: dice.pick(CITIES), country: 'IT' },
    serviceCentreId,
    idempotencyKey: `demo-customer-${n}`,
  });
  const cars = n % 2 === 0 ? 2 : 1;
  for (let car = 1; car <= cars; car += 1) {
    const [make, model] = dice.pick(CARS);
    const vehicleId = await graph.create('vehicle', 'Vehicle', {
      make,
      model,
      year: 2005 + dice.below(20),
      colour: dice.pick(COLOURS),
      plate: { number: plate(n, car), country: 'IT' },
      ownerId,
      serviceCentreId,
      idempotencyKey: `demo-vehicle-${n}-${car}`,
    });
    if (dice.next() < 0.6)
      await graph.create('workshop', 'JobCard', {
        vehicleId,
        serviceCentreId,
        complaint: dice.pick(COMPLAINTS),
        idempotencyKey: `demo-job-${n}-${car}`,
      });
  }
}

/** An Italian plate: two letters, three digits, two letters. */
function plate(customer: number, car: number): string {
  const letters = 'ABCDEFGHJKLMNPRSTVWXYZ';
  const at = (n: number) => letters[n % letters.length]!;
  return `${at(5)}${at(customer)} ${String(100 + customer).slice(-3)}${at(Math.floor(customer / 20))}${at(car)}`;
}

interface Page {
  customers: {
    nodes: { email: string | null }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

const PAGE = `query ($archived: Boolean, $after: String) {
  customers(filter: { archived: $archived }, first: 100, after: $after) {
    nodes { email } pageInfo { hasNextPage endCursor }
  }
}`;

async function knownAddresses(graph: DemoGraph): Promise<Set<string | null>> {
  const known = new Set<string | null>();
  for (const archived of [false, true]) {
    let after: string | null = null;
    do {
      const { customers }: Page = await graph.ask('customer', PAGE, { archived, after });
      for (const { email } of customers.nodes) known.add(email);
      after = customers.pageInfo.hasNextPage ? customers.pageInfo.endCursor : null;
    } while (after);
  }
  return known;
}
