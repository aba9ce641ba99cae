import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Graph } from '../../../gateway/graph';
import { GatewayMetrics } from '../../../gateway/http/metrics';
import { DEFAULT_LIMITS } from '../../../gateway/limits';
import { fromBody } from '../../../gateway/operation-request';
import { SUBGRAPHS, type SubgraphName } from '../../../shared/environment';
import { runState } from '../../harness/run-state';
import { FACTS, system, useSubgraphs } from '../../harness/subgraphs';

/** The number of SQL statements of an operation does not grow with the number of rows. */
const open = useSubgraphs();
const organisation = randomUUID();
const centre = randomUUID();
let graph: Graph;
const statements: string[] = [];

beforeAll(async () => {
  graph = await Graph.open({
    supergraph: readFileSync(runState().supergraphFile, 'utf8'),
    linkTo: (name) => open.of(name as SubgraphName),
    metrics: new GatewayMetrics({ process: false }),
    budgets: null,
    limits: DEFAULT_LIMITS,
    introspection: true,
  });
  for (const name of SUBGRAPHS) open.of(name).database.onStatement = (text) => statements.push(text);
  await fill(60);
});
afterAll(() => graph?.stop());

async function fill(rows: number): Promise<void> {
  await open.admin.query(
    `insert into customer.organisation (organisation_id, id, version, created_at, updated_at, name, slug, country,
       currency, locale, time_zone, prices_include_tax, tax_per_line, requires_inspection, self_registration,
       payment_reminder_days, admin_allowed_addresses)
     values ($1, $1, 1, now(), now(), 'Rows', 'rows', 'IT', 'EUR', 'it-IT', 'Europe/Rome', true, false, false, false, '{}', '{}')`,
    [organisation],
  );
  await open.admin.query(
    `insert into customer.service_centre (organisation_id, id, version, created_at, updated_at, name, code, country,
       time_zone, active) values ($1, $2, 1, now(), now(), 'Centre', 'ONE', 'IT', 'Europe/Rome', true)`,
    [organisation, centre],
  );
  for (let n = 0; n < rows; n += 1) {
    const customer = await make('customer', 'createCustomer', 'CreateCustomerInput', {
      lastName: `Owner ${n}`,
      serviceCentreId: centre,
    });
    const vehicle = await make('vehicle', 'createVehicle', 'CreateVehicleInput', {
      make: 'Fiat',
      model: 'Panda',
      ownerId: customer,
      serviceCentreId: centre,
    });
    await make('workshop', 'createJobCard', 'CreateJobCardInput', {
      vehicleId: vehicle,
      serviceCentreId: centre,
      complaint: 'Service',
    });
  }
}

async function make(subgraph: SubgraphName, name: string, type: string, input: object): Promise<string> {
  const query = `mutation ($input: ${type}!) { made: ${name}(input: $input) { id } }`;
  const result = await open
    .of(subgraph)
    .execute({ query, variables: { input } }, system(organisation), FACTS);
  if (result.errors) throw new Error(result.errors.map((error) => error.message).join('; '));
  return (result.data as { made: { id: string } }).made.id;
}

async function statementsOf(query: string, first: number): Promise<{ count: number; rows: number }> {
  statements.length = 0;
  const answer = await graph.execute(fromBody({ query, variables: { first } }), {
    identity: system(organisation),
    facts: FACTS,
    tellsCost: false,
    reply: {},
  });
  if (answer.code !== 'OK') throw new Error(answer.body);
  const { data } = JSON.parse(answer.body) as { data: Record<string, { nodes: unknown[] }> };
  const [list] = Object.values(data);
  return { count: statements.length, rows: list!.nodes.length };
}

test.each([
  [
    'the board',
    3,
    'query ($first: Int!) { jobCards(first: $first) { nodes { number status vehicle { plate owner { displayName } } } } }',
  ],
  [
    'customers with their vehicles',
    2,
    'query ($first: Int!) { customers(first: $first) { nodes { displayName vehicles(first: 3) { totalCount nodes { make } } } } }',
  ],
  [
    'vehicles with their history',
    4,
    'query ($first: Int!) { vehicles(first: $first) { nodes { plateHistory { plate } ownershipHistory { ownedFrom } serviceHistory(first: 2) { nodes { number } } } } }',
  ],
])('%s', async (_, expected, query) => {
  const few = await statementsOf(query, 5);
  const many = await statementsOf(query, 50);
  expect([few.rows, many.rows]).toEqual([5, 50]);
  expect(many.count).toBe(few.count);
  expect(few.count).toBeLessThanOrEqual(expected + 1);
});

test('thirty who ask for one board at the same moment cost hardly more than one', async () => {
  const query =
    'query ($first: Int!) { jobCards(first: $first) { nodes { number vehicle { plate owner { displayName } } } } }';
  const alone = await statementsOf(query, 50);
  statements.length = 0;
  const ask = () =>
    graph.execute(fromBody({ query, variables: { first: 50 } }), {
      identity: system(organisation),
      facts: FACTS,
      tellsCost: false,
      reply: {},
    });
  const answers = await Promise.all(Array.from({ length: 30 }, ask));
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  // The first leaves at once, all others together behind it.
  expect(statements.length).toBeLessThanOrEqual(2 * alone.count);
});
