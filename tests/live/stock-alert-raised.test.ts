import { adjust, createLocation, levelAt, stocked, storeOf } from '../api/stock.fixtures';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { cursorOf, happenedAt, payloads, useSockets } from './live.fixtures';

const graph = useGraph();
const sockets = useSockets(graph);
let shop: Shop;
let manager: Member;
let store: string;

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  manager = await shop.staff('MANAGER');
  store = await storeOf(shop);
});

const RAISED = `subscription ($after: String, $filter: StockAlertFilter) {
  stockAlertRaised(after: $after, filter: $filter) { cursor occurredAt available
    stockLevel { id available low part { sku } location { id } } } }`;

interface Raised {
  stockAlertRaised: {
    cursor: string;
    occurredAt: string;
    available: string;
    stockLevel: {
      id: string;
      available: string;
      low: boolean;
      part: { sku: string } | null;
      location: { id: string };
    };
  };
}

const hear = (who: Member, after: string, filter: object = {}) =>
  sockets.as(who).hear<Raised>(RAISED, { after, filter });
const part = (more: object = {}) => ({ reorderPoint: '2', ...more });

test('a dip is told once, and the next one after it has recovered', async () => {
  const after = await cursorOf(manager);
  const place = await stocked(manager.client, store, '5', part({ sku: 'DIP-1' }));
  for (const quantity of ['-3', '-1', '4', '-4']) await adjust(manager.client, place, quantity);
  const [first, second] = await payloads(hear(manager, after), 2);
  const { cursor, occurredAt, available, stockLevel } = first!.stockAlertRaised;
  expect(available).toBe('2');
  expect(stockLevel.available).toBe('1');
  expect(stockLevel.low).toBe(true);
  expect(stockLevel.id).toBe((await levelAt(manager.client, place))!.id);
  expect(stockLevel.part!.sku).toBe('DIP-1');
  expect(stockLevel.location.id).toBe(store);
  expect(occurredAt).toBe(await happenedAt(graph, shop, cursor));
  expect(second!.stockAlertRaised.available).toBe('1');
  const again = await payloads(hear(manager, cursor), 1);
  expect(again[0]!.stockAlertRaised.cursor).toBe(second!.stockAlertRaised.cursor);
});

test('can be narrowed by place, service centre, part and kind; another service centre hears of its own', async () => {
  const there = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
  const van = await createLocation(there.client, {
    kind: 'VAN',
    name: 'Van',
    serviceCentreId: shop.centres[1],
  });
  const after = await cursorOf(manager);
  const here = await stocked(manager.client, store, '3', part({ category: 'TOOL' }));
  await adjust(manager.client, here, '-2');
  const far = await stocked(there.client, van, '3', part({ category: 'CONSUMABLE' }));
  await adjust(there.client, far, '-2');
  const placeOf = (raised: Raised[]) =>
    raised.map(({ stockAlertRaised }) => stockAlertRaised.stockLevel.location.id);
  expect(placeOf(await payloads(hear(there, after), 1))).toEqual([van]);
  const filters = [
    { locationId: van },
    { serviceCentreId: shop.centres[1] },
    { partId: far.partId },
    { category: 'CONSUMABLE' },
  ];
  for (const filter of filters)
    expect(placeOf(await payloads(hear(shop.admin, after, filter), 1))).toEqual([van]);
  expect(placeOf(await payloads(hear(shop.admin, after), 2))).toEqual([store, van]);
});
