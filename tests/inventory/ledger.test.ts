import { PartUnit } from '../../subgraphs/inventory/catalogue/unit';
import { useSubgraphs } from '../harness/subgraphs';
import { euro, pieces, reference, Storeroom } from './ledger.fixtures';

const open = useSubgraphs();
let store: Storeroom;
beforeAll(() => {
  store = new Storeroom(open);
});

it('receives, reserves, issues and takes back, each with what is on hand after it', async () => {
  const place = await store.stocked(10);
  const job = reference();
  await store.change([place], (stock) => stock.reserve({ ...place, quantity: pieces(4) }, job));
  expect(await store.level(place)).toMatchObject({ on_hand: 10, reserved: 4, available: 6 });
  const issued = await store.change([place], (stock) => stock.issue({ ...place, quantity: pieces(3) }, job));
  expect(issued.unitCost).toEqual(euro(100));
  expect(await store.level(place)).toMatchObject({ on_hand: 7, reserved: 1, available: 6 });
  await store.change([place], (stock) => {
    stock.returnTo({ ...place, quantity: pieces(1), cost: issued.unitCost }, job);
    expect(stock.release(place, job)).toEqual(pieces(1));
  });
  expect(await store.level(place)).toMatchObject({ on_hand: 8, reserved: 0, movements: 3 });
  expect(await store.movements(place)).toEqual([
    { kind: 'RECEIPT', quantity: 10, after: 10, cost: 100 },
    { kind: 'ISSUE', quantity: -3, after: 7, cost: 100 },
    { kind: 'RETURN', quantity: 1, after: 8, cost: 100 },
  ]);
  expect(
    await store.rows('select * from inventory.stock_reservation where part_id = $1', [place.partId]),
  ).toEqual([]);
});

it('freezes the moving average on each issue; what comes later at another price does not rewrite it', async () => {
  const place = await store.stocked(0);
  const buy = (count: number, cost: number) =>
    store.change([place], (stock) =>
      stock.receive({ ...place, quantity: pieces(count), cost: euro(cost) }, reference('PURCHASE_ORDER')),
    );
  await buy(1, 100);
  await buy(2, 200);
  const { unitCost } = await store.change([place], (stock) =>
    stock.issue({ ...place, quantity: pieces(1) }, reference()),
  );
  expect(unitCost).toEqual(euro('166.666667'));
  await buy(2, 1000);
  expect(await store.level(place)).toMatchObject({ on_hand: 4, average_cost: '583.333334' });
  expect((await store.movements(place)).map(({ cost }) => cost)).toEqual([100, 200, 166.666667, 1000]);
});

it('refuses what is not there or not free, and changes nothing', async () => {
  const place = await store.stocked(5);
  await store.change([place], (stock) => stock.reserve({ ...place, quantity: pieces(4) }, reference()));
  const before = [await store.level(place), await store.movements(place)];
  const refused = {
    code: 'CONFLICT',
    extensions: { reason: 'INSUFFICIENT_STOCK', available: '1', wanted: '2' },
  };
  const two = { ...place, quantity: pieces(2) };
  await expect(store.change([place], (stock) => stock.reserve(two, reference()))).rejects.toMatchObject(
    refused,
  );
  await expect(store.change([place], (stock) => stock.issue(two, reference()))).rejects.toMatchObject(
    refused,
  );
  await expect(
    store.change([place], (stock) => stock.shipOut(two, reference('TRANSFER'))),
  ).rejects.toMatchObject(refused);
  expect(await store.change([place], (stock) => stock.reserveUpTo(two, reference()).toFixed())).toBe('1');
  await store
    .change([place], (stock) => stock.writeOffReserved({ ...place, quantity: pieces(0.5) }, reference(), {}))
    .then(
      () => fail('half a piece'),
      (error: Error) => expect(error.message).toMatch(/is no quantity/),
    );
  expect([await store.level(place), await store.movements(place)]).toEqual([
    { ...before[0], reserved: 5, available: 0 },
    before[1],
  ]);
});

it('tells once per dip that something is low, and again only when it had recovered', async () => {
  const place = await store.stocked(6, { reorderPoint: '3', unit: PartUnit.LITRE });
  const job = reference();
  const reserve = (count: string) =>
    store.change([place], (stock) => stock.reserve({ ...place, quantity: pieces(count) }, job));
  await reserve('2.999');
  await reserve('0.001');
  await reserve('1');
  await store.change([place], (stock) => {
    stock.release(place, job);
    stock.reserve({ ...place, quantity: pieces(5) }, job);
  });
  const low = async () =>
    (await store.events()).filter(
      ({ name, payload }) => name === 'StockLow' && payload.partId === place.partId,
    );
  expect((await low()).map(({ payload }) => payload.available)).toEqual(['3']);
  await store.change([place], (stock) => stock.release(place, job));
  expect(await store.level(place)).toMatchObject({ low: false });
  await reserve('4');
  expect((await low()).map(({ payload }) => payload.available)).toEqual(['3', '2']);
});

it('cuts the newest reservations when less is counted than is reserved, and tells which', async () => {
  const place = await store.stocked(10);
  const [first, second, third] = [reference(), reference('COUNTER_ORDER'), reference()];
  for (const each of [first, second, third])
    await store.change([place], (stock) => stock.reserve({ ...place, quantity: pieces(3) }, each));
  const { released } = await store.change([place], (stock) =>
    stock.count({ ...place, quantity: pieces(4) }, reference('STOCKTAKE')),
  );
  expect(released.map((each) => [each.reference.id, each.quantity.toFixed(), each.left.toFixed()])).toEqual([
    [third.id, '3', '0'],
    [second.id, '2', '1'],
  ]);
  expect(await store.level(place)).toMatchObject({ on_hand: 4, reserved: 4, available: 0 });
  const cuts = (await store.events()).filter(({ name }) => name === 'StockReservationCut');
  expect(cuts.map(({ payload }) => [payload.referenceType, payload.referenceId, payload.left])).toEqual([
    ['JOB_CARD', third.id, '0'],
    ['COUNTER_ORDER', second.id, '1'],
  ]);
});

it('gives the last of fifty who race to one of them', async () => {
  const place = await store.stocked(1);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      store
        .change([place], (stock) => stock.reserve({ ...place, quantity: pieces(1) }, reference()))
        .then(
          () => 'got it',
          (error: { code: string }) => error.code,
        ),
    ),
  );
  expect(answers.sort()).toEqual([...Array.from({ length: 49 }, () => 'CONFLICT'), 'got it']);
  expect(await store.level(place)).toMatchObject({ on_hand: 1, reserved: 1 });
});
