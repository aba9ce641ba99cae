import { randomUUID } from 'node:crypto';
import { useGraph } from '../harness/graph';
import { eventsOf } from './customers.fixtures';
import {
  type Buying,
  CREATE_REQUEST,
  createSupplier,
  DISMISS,
  done,
  euro,
  locationOf,
  newPart,
  ORDER_REQUESTS,
  type Order,
  openBuying,
  openWarehouse,
  orderOne,
  orderRequests,
  purchasesKept,
  type Request,
  request,
  requestsFor,
  send,
  stands,
} from './purchasing.fixtures';
import { refusalOf } from './scheduling.fixtures';

const graph = useGraph();
let buying: Buying;
beforeAll(async () => {
  buying = await openBuying(graph, { centres: 1 });
});

const FIFTY = Array.from({ length: 50 }, (_, n) => n);

describe('a request by hand', () => {
  it('is raised, and topped up by the next one for the same part and place', async () => {
    const part = await newPart(buying);
    const first = await request(buying, part.id, '4', { note: ' For the shelf. ' });
    expect(first).toMatchObject({ status: 'OPEN', quantity: '4', version: 1, purchaseOrder: null });
    const second = await request(buying, part.id, '2');
    expect(second).toEqual({
      id: first.id,
      version: 2,
      status: 'OPEN',
      quantity: '6',
      causes: [
        { type: 'MANUAL', quantity: '4', note: 'For the shelf.' },
        { type: 'MANUAL', quantity: '2', note: null },
      ],
      purchaseOrder: null,
    });
    expect(await eventsOf(graph, first.id)).toEqual(['PurchaseRequestRaised', 'PurchaseRequestChanged']);
    const WHOLE = `query ($filter: PurchaseRequestFilter!) { purchaseRequests(filter: $filter) { nodes { createdAt
      updatedAt part { id } location { id } dismissedBecause dismissedBy { id } mergedInto { id }
      causes { id version createdAt updatedAt jobCard { id } requestedBy { id } } } } }`;
    const { purchaseRequests } = await buying.buyer.client.ask<{ purchaseRequests: { nodes: unknown[] } }>(
      WHOLE,
      { filter: { partId: part.id } },
    );
    const made = { id: expect.any(String), createdAt: expect.any(String), updatedAt: expect.any(String) };
    const { id: _, ...times } = made;
    const cause = { ...made, version: 1, jobCard: null, requestedBy: { id: buying.buyer.id } };
    expect(purchaseRequests.nodes).toEqual([
      {
        ...times,
        part: { id: part.id },
        location: { id: buying.locationId },
        dismissedBecause: null,
        dismissedBy: null,
        mergedInto: null,
        causes: [cause, cause],
      },
    ]);
  });

  it('counts once for one key', async () => {
    const part = await newPart(buying);
    const key = { idempotencyKey: randomUUID() };
    await request(buying, part.id, '4', key);
    await request(buying, part.id, '4', key);
    const { partId, locationId } = { partId: part.id, locationId: buying.locationId };
    const other = await send(buying.buyer.client, CREATE_REQUEST, {
      input: { partId, locationId, quantity: '5', ...key },
    });
    expect(refusalOf(other)).toBe('IDEMPOTENCY_MISMATCH');
    expect(await stands(buying, part.id)).toEqual(['OPEN 4']);
  });

  const elsewhere = async () => locationOf(buying.shop.admin.client, buying.shop.centres[1]!);
  const discontinued = async () => {
    const part = await newPart(buying);
    await buying.buyer.client.ask('mutation ($id: ID!) { discontinuePart(id: $id) { id } }', { id: part.id });
    return part.id;
  };
  const BAD: [string, () => Promise<object>, string][] = [
    ['nothing', async () => ({ quantity: '0' }), 'quantity: MIN'],
    ['less than nothing', async () => ({ quantity: '-1' }), 'quantity: MIN'],
    ['a third of a piece', async () => ({ quantity: '0.333' }), 'quantity: DECIMALS'],
    ['a part that is not there', async () => ({ partId: randomUUID() }), 'partId: UNKNOWN'],
    ['a part that is not bought', async () => ({ partId: await discontinued() }), 'partId: DISCONTINUED'],
    [
      'another service centre’s place',
      async () => ({ locationId: await elsewhere() }),
      'locationId: UNKNOWN',
    ],
    [
      'the warehouse of all',
      async () => ({ locationId: await openWarehouse(graph, buying.shop) }),
      'locationId: UNKNOWN',
    ],
  ];
  it.each(BAD)('of %s is refused, and nothing is asked for', async (_, make, expected) => {
    const part = await newPart(buying);
    const input = { partId: part.id, locationId: buying.locationId, quantity: '1', ...(await make()) };
    const before = await purchasesKept(graph, buying.shop);
    const answer = await send(buying.buyer.client, CREATE_REQUEST, { input });
    expect(refusalOf(answer)).toBe(`BAD_INPUT input.${expected}`);
    expect(await purchasesKept(graph, buying.shop)).toEqual(before);
  });

  it('of fifty people at once is one request for all of it', async () => {
    const part = await newPart(buying);
    await Promise.all(FIFTY.map(() => request(buying, part.id, '1')));
    expect(await stands(buying, part.id)).toEqual(['OPEN 50']);
  });

  it('is a technician’s to raise and to see, and nobody else’s of those who only look', async () => {
    const { shop, locationId } = buying;
    const [technician, advisor] = [await shop.staff('TECHNICIAN'), await shop.staff('ADVISOR')];
    const part = await newPart(buying);
    await request(buying, part.id, '3');
    expect(await requestsFor(technician.client, part.id)).toEqual([]);
    const input = { partId: part.id, locationId, quantity: '1' };
    const own = await send<Request>(technician.client, CREATE_REQUEST.replace('purchaseOrder { id }', ''), {
      input,
    });
    expect(own.data?.done).toMatchObject({ status: 'OPEN', quantity: '4' });
    const SEEN =
      'query ($id: ID!) { purchaseRequests(filter: { partId: $id }) { nodes { id causes { id } } } }';
    const { purchaseRequests } = await technician.client.ask<{ purchaseRequests: { nodes: Request[] } }>(
      SEEN,
      {
        id: part.id,
      },
    );
    expect(purchaseRequests.nodes.map(({ causes }) => causes.length)).toEqual([2]);
    const before = await purchasesKept(graph, shop);
    const { id } = own.data!.done;
    expect((await send(technician.client, DISMISS, { id, reason: 'No' })).code).toBe('FORBIDDEN');
    expect((await send(advisor.client, CREATE_REQUEST, { input })).code).toBe('FORBIDDEN');
    expect((await send(advisor.client, DISMISS, { id, reason: 'No' })).code).toBe('FORBIDDEN');
    expect(await stands(buying, part.id)).toEqual(['OPEN 4']);
    const other = await graph.shop();
    expect(await requestsFor(other.admin.client, part.id)).toEqual([]);
    expect((await send(other.admin.client, DISMISS, { id, reason: 'No' })).code).toBe('NOT_FOUND');
    expect(await purchasesKept(graph, shop)).toEqual(before);
  });
});

describe('a request that is dismissed', () => {
  it('tells why and by whom, stays so, and leaves room for the next', async () => {
    const part = await newPart(buying);
    const { id } = await request(buying, part.id, '4');
    const { client } = buying.buyer;
    const stale = await send(client, DISMISS, { id, reason: 'No', expectedVersion: 9 });
    expect(stale.code).toBe('CONFLICT');
    const gone = await done(
      send<Request>(client, DISMISS, { id, reason: ' We have enough. ', expectedVersion: 1 }),
    );
    expect(gone).toMatchObject({ status: 'DISMISSED', version: 2 });
    const again = await done(send<Request>(client, DISMISS, { id, reason: 'Again' }));
    expect(again).toEqual(gone);
    const { purchaseRequests } = await client.ask<{ purchaseRequests: { nodes: unknown[] } }>(
      `query ($id: ID!) { purchaseRequests(filter: { partId: $id }) { nodes { dismissedBecause dismissedBy { id } } } }`,
      { id: part.id },
    );
    expect(purchaseRequests.nodes).toEqual([
      { dismissedBecause: 'We have enough.', dismissedBy: { id: buying.buyer.id } },
    ]);
    expect(await eventsOf(graph, id)).toEqual(['PurchaseRequestRaised', 'PurchaseRequestDismissed']);
    await request(buying, part.id, '1');
    expect(await stands(buying, part.id)).toEqual(['OPEN 1', 'DISMISSED 4']);
    const late = await orderRequests(buying, [
      { requestId: id, supplierId: buying.supplierId, unitPrice: euro('1.00') },
    ]);
    expect(refusalOf(late)).toBe('INVALID_TRANSITION');
    const order = await orderOne(buying, (await requestsFor(client, part.id))[0]!.id);
    const onOrder = await send(client, DISMISS, {
      id: (await requestsFor(client, part.id))[0]!.id,
      reason: 'No',
    });
    expect(refusalOf(onOrder)).toBe('CONFLICT ON_ORDER');
    expect(order.status).toBe('DRAFT');
  });
});

describe('requests that are ordered', () => {
  it('make one draft for each supplier and place, and say which they are on', async () => {
    const admin = buying.shop.admin.client;
    const elsewhere = await locationOf(admin, buying.shop.centres[1]!);
    const other = await createSupplier(buying.buyer.client);
    const [a, b, c] = [await newPart(buying), await newPart(buying), await newPart(buying)];
    const [ra, rb, rc] = [
      await request(buying, a.id, '1'),
      await request(buying, b.id, '2'),
      await request(buying, c.id, '3'),
    ];
    const there = await done(
      send<Request>(admin, CREATE_REQUEST, { input: { partId: a.id, locationId: elsewhere, quantity: '7' } }),
    );
    const wish = (requestId: string, supplierId: string) => ({
      requestId,
      supplierId,
      unitPrice: euro('2.00'),
    });
    const input = {
      requests: [
        wish(ra.id, buying.supplierId),
        wish(rb.id, other),
        wish(rc.id, buying.supplierId),
        wish(there.id, buying.supplierId),
      ],
      idempotencyKey: randomUUID(),
    };
    const made = await done(send<Order[]>(admin, ORDER_REQUESTS, { input }));
    expect(
      made.map(({ status, total, lines }) => [status, total.amount, lines.map(({ quantity }) => quantity)]),
    ).toEqual([
      ['DRAFT', '8.00', ['1', '3']],
      ['DRAFT', '4.00', ['2']],
      ['DRAFT', '14.00', ['7']],
    ]);
    expect(await done(send<Order[]>(admin, ORDER_REQUESTS, { input }))).toEqual(made);
    const [onFirst] = await requestsFor(admin, c.id);
    expect(onFirst).toMatchObject({ id: rc.id, status: 'ORDERED', purchaseOrder: { id: made[0]!.id } });
    const { purchaseOrder } = await admin.ask<{ purchaseOrder: object }>(
      'query ($id: ID!) { purchaseOrder(id: $id) { requests { id } location { id } supplier { id } } }',
      { id: made[0]!.id },
    );
    expect(purchaseOrder).toEqual({
      requests: [{ id: ra.id }, { id: rc.id }],
      location: { id: buying.locationId },
      supplier: { id: buying.supplierId },
    });
    expect(await eventsOf(graph, rb.id)).toEqual(['PurchaseRequestRaised', 'PurchaseRequestOrdered']);
    const before = await purchasesKept(graph, buying.shop);
    const theirs = await orderRequests(buying, [wish(there.id, buying.supplierId)]);
    expect(refusalOf(theirs)).toBe('BAD_INPUT input.requests.0.requestId: UNKNOWN');
    expect(await purchasesKept(graph, buying.shop)).toEqual(before);
  });

  it('of which less is ordered leave the rest open, and more is no matter', async () => {
    const part = await newPart(buying);
    await request(buying, part.id, '4', { note: 'First' });
    const { id } = await request(buying, part.id, '6', { note: 'Second' });
    const order = await orderOne(buying, id, '5');
    const [rest, taken] = await requestsFor(buying.buyer.client, part.id);
    expect(taken).toMatchObject({
      id,
      status: 'ORDERED',
      quantity: '5',
      causes: [
        { note: 'First', quantity: '4' },
        { note: 'Second', quantity: '1' },
      ],
    });
    expect(rest).toMatchObject({
      status: 'OPEN',
      quantity: '5',
      causes: [{ note: 'Second', quantity: '5' }],
    });
    expect((await orderOne(buying, rest!.id, '12')).lines[0]!.quantity).toBe('12');
    expect(await stands(buying, part.id)).toEqual(['ORDERED 5', 'ORDERED 5']);
    expect(order.lines[0]!.quantity).toBe('5');
  });

  const wish = (requestId: string, change: object = {}) => ({
    requestId,
    supplierId: buying.supplierId,
    unitPrice: euro('2.00'),
    ...change,
  });
  const BAD: [string, (id: string) => Promise<object[]>, string][] = [
    ['none', async () => [], 'requests: ARRAY_MIN_SIZE'],
    ['one that is not there', async () => [wish(randomUUID())], 'requests.0.requestId: UNKNOWN'],
    ['one twice', async (id) => [wish(id), wish(id.toUpperCase())], 'requests.1.requestId: DUPLICATE'],
    ['none of one', async (id) => [wish(id, { quantity: '0' })], 'requests.0.quantity: MIN'],
    ['half a piece', async (id) => [wish(id, { quantity: '0.5' })], 'requests.0.quantity: DECIMALS'],
    ['no known price', async (id) => [wish(id, { unitPrice: null })], 'requests.0.unitPrice: REQUIRED'],
    ['nobody', async (id) => [wish(id, { supplierId: randomUUID() })], 'requests.0.supplierId: UNKNOWN'],
  ];
  it.each(BAD)('with %s are refused, and all stay open', async (_, make, expected) => {
    const part = await newPart(buying);
    const { id } = await request(buying, part.id, '4');
    const before = await purchasesKept(graph, buying.shop);
    expect(refusalOf(await orderRequests(buying, await make(id)))).toBe(`BAD_INPUT input.${expected}`);
    expect(await purchasesKept(graph, buying.shop)).toEqual(before);
  });

  it('as they were seen before they were topped up are refused, good ones beside them too', async () => {
    const [one, two] = [await newPart(buying), await newPart(buying)];
    const good = await request(buying, one.id, '1');
    const { id, version } = await request(buying, two.id, '1');
    await request(buying, two.id, '1');
    const before = await purchasesKept(graph, buying.shop);
    const answer = await orderRequests(buying, [wish(good.id), wish(id, { expectedVersion: version })]);
    expect(answer.errors[0]!.extensions).toMatchObject({
      code: 'CONFLICT',
      current: { id, version: version + 1, status: 'OPEN' },
    });
    expect(await purchasesKept(graph, buying.shop)).toEqual(before);
  });

  it('by fifty at once are on one order', async () => {
    const part = await newPart(buying);
    const { id } = await request(buying, part.id, '3');
    const answers = await Promise.all(FIFTY.map(() => orderRequests(buying, [wish(id)])));
    const outcomes = answers.map((answer) => refusalOf(answer) ?? 'DONE').sort();
    expect(outcomes).toEqual(['DONE', ...Array(49).fill('INVALID_TRANSITION')]);
    expect(await stands(buying, part.id)).toEqual(['ORDERED 3']);
    const lines = await graph.sql('select from inventory.purchase_order_line where part_id = $1', [part.id]);
    expect(lines).toHaveLength(1);
  });
});
