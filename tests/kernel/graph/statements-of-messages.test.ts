import { ANONYMOUS, type Identity } from '../../../shared/access/identity';
import { newId } from '../../../shared/ids';
import { emit, reachableCustomer, sendMessage } from '../../api/messages.fixtures';
import { useGraph } from '../../harness/graph';
import type { Shop } from '../../harness/shop';
import { FACTS } from '../../harness/subgraphs';
import { Stored } from '../../security/stored.fixtures';
import { openSubgraphsOn, type SubgraphsOn } from '../../security/subgraphs-on.fixtures';

/** However many somebody was told, reading it costs the same number of statements. */
const graph = useGraph();
const MANY = 12;
const statements: string[] = [];
let shop: Shop;
let subgraphs: SubgraphsOn;

beforeAll(async () => {
  shop = await graph.shop();
  for (let n = 0; n < MANY; n += 1) {
    await emit(graph, shop, 'LeadAssigned', { type: 'Lead' }, { assigneeId: shop.admin.id });
    const { id } = await reachableCustomer(shop.admin.client);
    await sendMessage(shop.admin.client, {
      customerId: id,
      channel: 'SMS',
      serviceCentreId: shop.centres[0],
    });
  }
  await new Stored(graph).quiet(shop.id);
  subgraphs = await openSubgraphsOn(graph.databaseUrl);
  subgraphs.of('customer').database.onStatement = (text) => statements.push(text);
});
afterAll(() => subgraphs?.close());

const administrator = (): Identity => ({
  ...ANONYMOUS,
  kind: 'USER',
  organisationId: shop.id,
  actorId: shop.admin.id,
  sessionId: newId(),
  permissions: { '*': 'all' },
  serviceCentreIds: null,
});

async function cost(query: string, first: number): Promise<{ statements: number; rows: number }> {
  statements.length = 0;
  const { data, errors } = await subgraphs
    .of('customer')
    .execute({ query, variables: { first } }, administrator(), FACTS);
  expect(errors).toBeUndefined();
  const [list] = Object.values(data as Record<string, { nodes?: unknown[] } | number>);
  const nodes = typeof list === 'object' ? (list.nodes ?? []) : [];
  return { statements: statements.length, rows: nodes.length };
}

test.each([
  [
    'notifications',
    'query ($first: Int) { notifications(first: $first) { nodes { title message readAt } } }',
    1,
  ],
  [
    'messages with their customers',
    'query ($first: Int) { messages(first: $first) { nodes { body customer { displayName consents { given } } serviceCentre { name } } } }',
    4,
  ],
])('%s', async (_, query, expected) => {
  const few = await cost(query, 3);
  const many = await cost(query, MANY);
  expect([few.rows, many.rows]).toEqual([3, MANY]);
  expect([few.statements, many.statements]).toEqual([expected, expected]);
});

test('the number of new notifications is one statement', async () => {
  expect(await cost('{ unreadNotificationCount }', 0)).toEqual({ statements: 1, rows: 0 });
});
