import type { DemoGraph } from './demo-graph';
import { BAYS, SERVICE_ITEMS } from './material';

const WORKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const;
const HOURS = [
  { from: '08:00', until: '12:30' },
  { from: '14:00', until: '18:00' },
] as const;
const WEEK = WORKDAYS.flatMap((weekday) => HOURS.map((span) => ({ weekday, ...span })));
const FIRST_DAY = '2026-01-01';

/** Bays, opening hours, who works when, and what is offered: without them there is no slot to book. Again: the same. */
export async function openWorkshop(graph: DemoGraph, centres: readonly string[]): Promise<void> {
  for (const [code, name, labourMinutes, amount] of SERVICE_ITEMS)
    await graph.create('workshop', 'ServiceItem', {
      code,
      name,
      labourMinutes,
      price: { amount, currency: 'EUR' },
      idempotencyKey: `demo-item-${code}`,
    });
  for (const serviceCentreId of centres) {
    await set(graph, 'OpeningHours', { serviceCentreId, validFrom: FIRST_DAY, week: WEEK });
    for (const [name, kind] of BAYS)
      await graph.create('workshop', 'Bay', {
        serviceCentreId,
        name,
        kind,
        idempotencyKey: `demo-bay-${serviceCentreId}-${name}`,
      });
  }
  const [first] = centres;
  for (const technicianId of await techniciansOf(graph))
    await set(graph, 'Shift', { serviceCentreId: first, technicianId, fromDate: FIRST_DAY, week: WEEK });
}

const set = (graph: DemoGraph, what: 'OpeningHours' | 'Shift', input: Record<string, unknown>) =>
  graph.ask('workshop', `mutation ($input: Set${what}Input!) { set${what}(input: $input) { id } }`, {
    input,
  });

async function techniciansOf(graph: DemoGraph): Promise<string[]> {
  const { users } = await graph.ask<{ users: { nodes: { id: string; role: { kind: string } }[] } }>(
    'customer',
    '{ users(first: 100) { nodes { id role { kind } } } }',
  );
  return users.nodes.flatMap(({ id, role }) => (role.kind === 'TECHNICIAN' ? [id] : []));
}
