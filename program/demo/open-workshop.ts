import type { DemoGraph } from './demo-graph';
import { BAYS, SERVICE_ITEMS } from './material';

const WORKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const;
const HOURS = [
  { from: '08:00', until: '12:30' },
  { from: '14:00', until: '18:00' },
] as const;
const WEEK = WORKDAYS.flatMap((weekday) => HOURS.map((span) => ({ weekday, ...span })));
/** Before any history begins. */
const FIRST_DAY = '2020-01-01';

/** What is offered. Again: the same. */
export async function openCatalogue(graph: DemoGraph): Promise<void> {
  for (const [code, name, labourMinutes, amount] of SERVICE_ITEMS)
    await graph.create('workshop', 'ServiceItem', {
      code,
      name,
      labourMinutes,
      price: { amount, currency: 'EUR' },
      idempotencyKey: `demo-item-${code}`,
    });
}

/** Bays, opening hours and who works when: without them there is no slot to book. Again: the same. */
export async function openWorkshop(graph: DemoGraph, serviceCentreId: string): Promise<void> {
  await set(graph, 'OpeningHours', { serviceCentreId, validFrom: FIRST_DAY, week: WEEK });
  for (const [name, kind] of BAYS)
    await graph.create('workshop', 'Bay', {
      serviceCentreId,
      name,
      kind,
      idempotencyKey: `demo-bay-${serviceCentreId}-${name}`,
    });
  for (const technicianId of await techniciansOf(graph, serviceCentreId))
    await set(graph, 'Shift', { serviceCentreId, technicianId, fromDate: FIRST_DAY, week: WEEK });
}

const set = (graph: DemoGraph, what: 'OpeningHours' | 'Shift', input: Record<string, unknown>) =>
  graph.ask('workshop', `mutation ($input: Set${what}Input!) { set${what}(input: $input) { id } }`, {
    input,
  });

interface Colleague {
  id: string;
  role: { kind: string };
  serviceCentres: { id: string }[];
}

async function techniciansOf(graph: DemoGraph, serviceCentreId: string): Promise<string[]> {
  const { users } = await graph.ask<{ users: { nodes: Colleague[] } }>(
    'customer',
    '{ users(first: 100) { nodes { id role { kind } serviceCentres { id } } } }',
  );
  return users.nodes
    .filter(
      ({ role, serviceCentres }) => role.kind === 'TECHNICIAN' && serviceCentres[0]?.id === serviceCentreId,
    )
    .map(({ id }) => id);
}
