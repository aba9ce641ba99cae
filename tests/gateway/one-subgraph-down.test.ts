import { GraphClient } from '../harness/client';
import { type EightProcesses, startEightProcesses } from '../harness/eight-processes';
import { callersOf } from '../harness/graph';
import type { Shop } from '../harness/shop';

/** As processes: one of them dies, the shop goes on with what the others know. */
let processes: EightProcesses;
let shop: Shop;

beforeAll(async () => {
  processes = await startEightProcesses('down', { SUBGRAPH_TIMEOUT_MS: '3000' });
  shop = await callersOf(processes).shop();
});
afterAll(() => processes?.stop());

const QUERY = '{ serviceCentres { nodes { name } } vehicles { totalCount } }';

test('every process tells its metrics, the worker those of the queue', async () => {
  const metricsOf = async (role: string) => (await fetch(`${processes.urlOf(role)}/metrics`)).text();
  expect(await metricsOf('gateway')).toContain('liftbay_subgraph_call_seconds_count{subgraph="customer"}');
  expect(await metricsOf('vehicle')).toMatch(/liftbay_database_connections_open\{subgraph="vehicle"\} \d/);
  const worker = await metricsOf('worker');
  for (const name of ['liftbay_event_lag_seconds', 'liftbay_jobs_due']) expect(worker).toContain(name);
});

test('the others still answer, with a coded error for the rest; the gateway recovers by itself', async () => {
  const before = await shop.admin.client.send<{ vehicles: { totalCount: number } }>(QUERY);
  expect([before.errors, before.data.vehicles.totalCount]).toEqual([[], 0]);

  const { again } = await processes.kill('vehicle');
  const during = await shop.admin.client.send<{ serviceCentres: { nodes: { name: string }[] } }>(QUERY);
  expect(during.errors[0]!.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'vehicle' });
  const readyz = await fetch(`${processes.url}/readyz`);
  expect([readyz.status, await readyz.json()]).toEqual([503, { ready: false, missing: ['vehicle'] }]);
  expect((await new GraphClient(processes.url, null).send('{ __typename }')).errors).toEqual([]);

  await again();
  const after = await shop.admin.client.send<{ vehicles: { totalCount: number } }>(QUERY);
  expect([after.errors, after.data.vehicles.totalCount]).toEqual([[], 0]);
});
