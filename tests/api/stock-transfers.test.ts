import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { eventsOf } from './customers.fixtures';
import { refusalOf } from './scheduling.fixtures';
import {
  adjust,
  createLocation,
  key,
  levelAt,
  type StockPlace,
  stocked,
  storeOf,
  storeroomOf,
} from './stock.fixtures';
import { doTo, REQUEST, request, type Transfer, tryTo } from './stock-transfers.fixtures';

const graph = useGraph();
let shop: Shop;
let admin: Member;
let manager: Member;
let warehouse: string;
let store: string;

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  admin = shop.admin as Member;
  manager = await shop.staff('MANAGER');
  warehouse = await createLocation(admin.client);
  store = await storeOf(shop);
});

const inStore = ({ partId }: StockPlace): StockPlace => ({ partId, locationId: store });
const ten = () => stocked(admin.client, warehouse, '10');
const asked = async (place: StockPlace, quantity = '4'): Promise<Transfer> =>
  request(manager.client, warehouse, store, [{ partId: place.partId, quantity }]);
const shipped = async (place: StockPlace, quantity = '4'): Promise<Transfer> => {
  const { id } = await asked(place, quantity);
  await doTo(admin.client, 'approve', id);
  return doTo(admin.client, 'ship', id);
};
const ledgerOf = ({ partId }: StockPlace) =>
  graph.sql(
    `select kind, quantity::float, unit_cost::float as cost from inventory.stock_movement where part_id = $1 order by created_at, entry`,
    [partId],
  );

it('goes from the request to the shelf: reserved, in transit and nowhere else, received at the cost it left with', async () => {
  const place = await ten();
  const requested = await request(
    manager.client,
    warehouse,
    store,
    [{ partId: place.partId, quantity: '4' }],
    { note: ' For Monday ' },
  );
  expect(requested).toEqual({
    id: expect.any(String),
    version: 1,
    number: expect.stringMatching(/^TR-\d{6}$/),
    status: 'REQUESTED',
    note: 'For Monday',
    closedReason: null,
    decidedAt: null,
    shippedAt: null,
    receivedAt: null,
    from: { id: warehouse },
    to: { id: store },
    requestedBy: { id: manager.id },
    decidedBy: null,
    shippedBy: null,
    receivedBy: null,
    lines: [
      {
        quantity: '4',
        shipped: '0',
        received: '0',
        lost: '0',
        inTransit: '0',
        part: { id: place.partId },
        unitCost: null,
      },
    ],
  });
  expect(await levelAt(manager.client, place)).toMatchObject({ onHand: '10', reserved: '0' });
  expect(await doTo(admin.client, 'approve', requested.id)).toMatchObject({
    status: 'APPROVED',
    decidedAt: expect.any(String),
    decidedBy: { id: shop.admin.id },
  });
  expect(await levelAt(manager.client, place)).toMatchObject({ onHand: '10', reserved: '4', available: '6' });
  expect(await doTo(admin.client, 'ship', requested.id)).toMatchObject({
    status: 'SHIPPED',
    shippedAt: expect.any(String),
    shippedBy: { id: shop.admin.id },
    lines: [{ shipped: '4', inTransit: '4', unitCost: { amount: '1.00' } }],
  });
  expect(await levelAt(manager.client, place)).toMatchObject({ onHand: '6', reserved: '0' });
  expect(await levelAt(manager.client, inStore(place))).toBeUndefined();
  expect(await doTo(manager.client, 'receive', requested.id)).toMatchObject({
    status: 'RECEIVED',
    receivedAt: expect.any(String),
    receivedBy: { id: manager.id },
    lines: [{ received: '4', lost: '0', inTransit: '0' }],
  });
  expect(await levelAt(manager.client, inStore(place))).toMatchObject({ onHand: '4', available: '4' });
  expect(await ledgerOf(place)).toEqual([
    { kind: 'ADJUSTMENT', quantity: 10, cost: 100 },
    { kind: 'TRANSFER_OUT', quantity: -4, cost: 100 },
    { kind: 'TRANSFER_IN', quantity: 4, cost: 100 },
  ]);
  expect(await eventsOf(graph, requested.id)).toEqual([
    'TransferRequested',
    'TransferApproved',
    'TransferShipped',
    'TransferReceived',
  ]);
});

it('can be received in parts; what does not come stays on its way until it comes or is written off', async () => {
  const place = await ten();
  const { id } = await shipped(place, '6');
  const of = (quantity: string) => ({ lines: [{ partId: place.partId, quantity }] });
  expect(await doTo(manager.client, 'receive', id, of('2'))).toMatchObject({
    status: 'SHIPPED',
    lines: [{ received: '2', inTransit: '4' }],
  });
  const before = await storeroomOf(graph, shop);
  expect(refusalOf(await tryTo(manager.client, 'receive', id, of('5')))).toBe(
    'BAD_INPUT input.lines.0.quantity: MAX',
  );
  expect(refusalOf(await tryTo(manager.client, 'receive', id, of('0')))).toBe('BAD_INPUT input.lines: EMPTY');
  expect(await storeroomOf(graph, shop)).toEqual(before);
  await doTo(manager.client, 'receive', id, of('1'));
  expect(await doTo(manager.client, 'receive', id, { ...of('1'), writeOffRest: true })).toMatchObject({
    status: 'RECEIVED',
    lines: [{ shipped: '6', received: '4', lost: '2', inTransit: '0' }],
  });
  expect(await levelAt(manager.client, inStore(place))).toMatchObject({ onHand: '4' });
  expect((await ledgerOf(place)).slice(1)).toEqual([
    { kind: 'TRANSFER_OUT', quantity: -6, cost: 100 },
    { kind: 'TRANSFER_IN', quantity: 2, cost: 100 },
    { kind: 'TRANSFER_IN', quantity: 1, cost: 100 },
    { kind: 'TRANSFER_IN', quantity: 1, cost: 100 },
    { kind: 'TRANSFER_IN', quantity: 2, cost: 100 },
    { kind: 'TRANSFER_LOSS', quantity: -2, cost: 100 },
  ]);
  expect(await eventsOf(graph, id)).toEqual([
    'TransferRequested',
    'TransferApproved',
    'TransferShipped',
    'TransferPartlyReceived',
    'TransferPartlyReceived',
    'TransferReceived',
  ]);
});

it('leaves in part, and what stays is free again', async () => {
  const [one, two] = [await ten(), await ten()];
  const { id } = await request(manager.client, warehouse, store, [
    { partId: one.partId, quantity: '4' },
    { partId: two.partId, quantity: '5' },
  ]);
  await doTo(admin.client, 'approve', id);
  const less = { lines: [{ partId: one.partId, quantity: '3' }] };
  expect(await doTo(admin.client, 'ship', id, less)).toMatchObject({
    lines: [{ shipped: '3' }, { shipped: '0' }],
  });
  expect(await levelAt(manager.client, one)).toMatchObject({ onHand: '7', reserved: '0' });
  expect(await levelAt(manager.client, two)).toMatchObject({ onHand: '10', reserved: '0' });
  expect(await doTo(manager.client, 'receive', id)).toMatchObject({ status: 'RECEIVED' });
  expect(await levelAt(manager.client, inStore(one))).toMatchObject({ onHand: '3' });
  expect(await levelAt(manager.client, inStore(two))).toMatchObject({ onHand: '0' });
});

it('gives back what it holds when it is called off, and holds nothing when it is turned down', async () => {
  const place = await ten();
  const [first, second, third] = [await asked(place), await asked(place), await asked(place)];
  await doTo(admin.client, 'approve', first.id);
  expect(await doTo(manager.client, 'cancel', first.id)).toMatchObject({
    status: 'CANCELLED',
    closedReason: 'Changed our mind',
  });
  expect(await doTo(manager.client, 'cancel', second.id)).toMatchObject({ status: 'CANCELLED' });
  expect(await doTo(admin.client, 'reject', third.id)).toMatchObject({
    status: 'REJECTED',
    closedReason: 'Not now',
  });
  expect(await levelAt(manager.client, place)).toMatchObject({
    onHand: '10',
    reserved: '0',
    available: '10',
  });
  expect(await ledgerOf(place)).toHaveLength(1);
});

it('ships and receives once for a key', async () => {
  const place = await ten();
  const { id } = await asked(place);
  await doTo(admin.client, 'approve', id);
  const [once, twice] = [{ idempotencyKey: key() }, { idempotencyKey: key() }];
  await doTo(admin.client, 'ship', id, once);
  await doTo(admin.client, 'ship', id, once);
  await doTo(manager.client, 'receive', id, twice);
  await doTo(manager.client, 'receive', id, twice);
  expect((await ledgerOf(place)).map(({ quantity }: { quantity?: number }) => quantity)).toEqual([10, -4, 4]);
  const input = {
    fromLocationId: warehouse,
    toLocationId: store,
    lines: [{ partId: place.partId, quantity: '1' }],
  };
  const made = await manager.client.ask<{ transfer: Transfer }>(REQUEST, { input: { ...input, ...once } });
  const again = await manager.client.ask<{ transfer: Transfer }>(REQUEST, { input: { ...input, ...once } });
  expect(again.transfer.id).toBe(made.transfer.id);
});

it('one of fifty who receive it at once receives it', async () => {
  const place = await ten();
  const { id } = await shipped(place);
  const answers = await Promise.all(Array.from({ length: 50 }, () => tryTo(manager.client, 'receive', id)));
  const codes = answers.map(({ code }) => code ?? 'received').sort();
  expect(codes).toEqual([...Array.from({ length: 49 }, () => 'INVALID_TRANSITION'), 'received']);
  expect(await levelAt(manager.client, inStore(place))).toMatchObject({ onHand: '4' });
});

it('the last piece is granted to one of fifty transfers that are approved at once', async () => {
  const place = await stocked(admin.client, warehouse, '1');
  const ids: string[] = [];
  for (let n = 0; n < 50; n += 1) ids.push((await asked(place, '1')).id);
  const answers = await Promise.all(ids.map((id) => tryTo(admin.client, 'approve', id)));
  const told = answers.map(({ errors }) => errors[0]?.extensions.reason ?? 'approved').sort();
  expect(told).toEqual([...Array.from({ length: 49 }, () => 'INSUFFICIENT_STOCK'), 'approved']);
  expect(await levelAt(manager.client, place)).toMatchObject({ onHand: '1', reserved: '1', available: '0' });
});

it('what was adjusted away meanwhile is told when it is to leave', async () => {
  const place = await stocked(admin.client, warehouse, '4');
  const { id } = await asked(place);
  await doTo(admin.client, 'approve', id);
  await adjust(admin.client, place, '-1', { reason: 'DAMAGED', cutReservations: true });
  expect((await tryTo(admin.client, 'ship', id)).errors[0]?.extensions).toMatchObject({
    reason: 'INSUFFICIENT_STOCK',
  });
  await doTo(admin.client, 'ship', id, { lines: [{ partId: place.partId, quantity: '3' }] });
  expect(await levelAt(manager.client, place)).toMatchObject({ onHand: '0', reserved: '0' });
});
