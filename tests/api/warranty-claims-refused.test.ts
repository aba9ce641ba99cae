import { useGraph } from '../harness/graph';
import { euro, takenTo } from './counter-orders.fixtures';
import { openJob, openPartsShop, type PartsShop, run } from './job-parts.fixtures';
import { createSupplier } from './purchasing.fixtures';
import { refusalOf } from './scheduling.fixtures';
import { createLocation, stocked, storeOf } from './stock.fixtures';
import {
  claim,
  decide,
  issuedForJob,
  keptAboutClaims,
  soldOver,
  tryToClaim,
  tryToDecide,
} from './warranty.fixtures';

const NOWHERE = '01234567-89ab-7def-8123-456789abcdef';

const graph = useGraph();
let place: PartsShop;
let client: PartsShop['manager']['client'];
let supplierId: string;
let jobPartId: string;
let counterOrderLineId: string;
beforeAll(async () => {
  place = await openPartsShop(graph);
  ({ client } = place.manager);
  supplierId = await createSupplier(client);
  ({ jobPartId } = await issuedForJob(place, '3'));
  ({ counterOrderLineId } = await soldOver(client, place, '3'));
});

/** A line of an order that another service centre of the shop handed over. */
async function soldElsewhere(): Promise<string> {
  const { admin, centres } = place.shop;
  const part = await stocked(admin.client, await storeOf(place.shop, 1), '1', { price: euro('1.00') });
  const lines = [{ partId: part.partId, quantity: '1' }];
  const order = await takenTo(admin.client, 'DELIVERED', lines, { serviceCentreId: centres[1] });
  return order.lines[0]!.id;
}

describe('not opened', () => {
  const cases: [string, () => object | Promise<object>, string][] = [
    ['none of it', () => ({ jobPartId, quantity: '0' }), 'BAD_INPUT input.quantity: MIN'],
    ['less than none', () => ({ jobPartId, quantity: '-1' }), 'BAD_INPUT input.quantity: MIN'],
    ['half a piece', () => ({ jobPartId, quantity: '0.5' }), 'BAD_INPUT input.quantity: DECIMALS'],
    ['no number', () => ({ jobPartId, quantity: '1e1' }), 'BAD_INPUT input.quantity: QUANTITY'],
    ['more than was issued', () => ({ jobPartId, quantity: '4' }), 'CONFLICT NOT_ISSUED'],
    ['more than was sold', () => ({ counterOrderLineId, quantity: '4' }), 'CONFLICT NOT_ISSUED'],
    ['of nothing', () => ({}), 'BAD_INPUT input.jobPartId: REQUIRED'],
    ['of two', () => ({ jobPartId, counterOrderLineId }), 'BAD_INPUT input.counterOrderLineId: ONE_LINE'],
    ['of no line of a job', () => ({ jobPartId: NOWHERE }), 'BAD_INPUT input.jobPartId: UNKNOWN'],
    [
      'of no line of an order',
      () => ({ counterOrderLineId: NOWHERE }),
      'BAD_INPUT input.counterOrderLineId: UNKNOWN',
    ],
    [
      'of what another centre sold',
      async () => ({ counterOrderLineId: await soldElsewhere() }),
      'BAD_INPUT input.counterOrderLineId: UNKNOWN',
    ],
    ['from nobody', () => ({ jobPartId, supplierId: NOWHERE }), 'BAD_INPUT input.supplierId: UNKNOWN'],
    ['for no reason', () => ({ jobPartId, fault: ' ' }), 'BAD_INPUT input.fault: MATCHES'],
    [
      'of what was asked for and not issued',
      async () => {
        const { partId } = await stocked(client, place.store, '1');
        const asked = await run(client, 'request', await openJob(place), { partId, quantity: '1' });
        return { jobPartId: asked.id };
      },
      'CONFLICT NOT_ISSUED',
    ],
  ];
  it.each(cases)('%s', async (_, given, refusal) => {
    const input = await given();
    const before = await keptAboutClaims(graph, place.shop);
    expect(refusalOf(await tryToClaim(client, input))).toBe(refusal);
    expect(await keptAboutClaims(graph, place.shop)).toEqual(before);
  });
});

describe('not decided', () => {
  const replace = (more: object = {}) => ({
    decision: 'SETTLED',
    replacement: { locationId: place.store, ...more },
  });
  const cases: [string, 'OPEN' | 'ACCEPTED', () => object | Promise<object>, string][] = [
    ['refused without a reason', 'OPEN', () => ({ decision: 'REFUSED' }), 'BAD_INPUT input.reason: REQUIRED'],
    [
      'accepted with one',
      'OPEN',
      () => ({ decision: 'ACCEPTED', supplierId, reason: 'Why' }),
      'BAD_INPUT input.reason: NOT_REFUSED',
    ],
    ['accepted by nobody', 'OPEN', () => ({ decision: 'ACCEPTED' }), 'BAD_INPUT input.supplierId: REQUIRED'],
    [
      'accepted by somebody who is not there',
      'OPEN',
      () => ({ decision: 'ACCEPTED', supplierId: NOWHERE }),
      'BAD_INPUT input.supplierId: UNKNOWN',
    ],
    [
      'refused by a supplier who accepts',
      'OPEN',
      () => ({ decision: 'REFUSED', reason: 'Why', supplierId }),
      'BAD_INPUT input.supplierId: NOT_ACCEPTED',
    ],
    [
      'accepted with money',
      'OPEN',
      () => ({ decision: 'ACCEPTED', supplierId, credit: euro('1.00') }),
      'BAD_INPUT input.credit: NOT_SETTLED',
    ],
    [
      'accepted with parts',
      'OPEN',
      () => ({ ...replace(), decision: 'ACCEPTED', supplierId }),
      'BAD_INPUT input.replacement: NOT_SETTLED',
    ],
    ['settled before it is accepted', 'OPEN', () => replace(), 'INVALID_TRANSITION'],
    [
      'refused after it was accepted',
      'ACCEPTED',
      () => ({ decision: 'REFUSED', reason: 'Why' }),
      'INVALID_TRANSITION',
    ],
    ['settled with nothing', 'ACCEPTED', () => ({ decision: 'SETTLED' }), 'BAD_INPUT input.credit: REQUIRED'],
    [
      'settled with both',
      'ACCEPTED',
      () => ({ ...replace(), credit: euro('1.00') }),
      'BAD_INPUT input.replacement: ONE_SETTLEMENT',
    ],
    [
      'settled with more money than it cost',
      'ACCEPTED',
      () => ({ decision: 'SETTLED', credit: euro('2.01') }),
      'BAD_INPUT input.credit.amount: ABOVE_COST',
    ],
    [
      'settled with no money',
      'ACCEPTED',
      () => ({ decision: 'SETTLED', credit: euro('0.00') }),
      'BAD_INPUT input.credit.amount: MIN',
    ],
    [
      'settled with other money',
      'ACCEPTED',
      () => ({ decision: 'SETTLED', credit: { amount: '1.00', currency: 'USD' } }),
      'BAD_INPUT input.credit.currency: OTHER_CURRENCY',
    ],
    [
      'settled with more parts than were claimed',
      'ACCEPTED',
      () => replace({ quantity: '3' }),
      'BAD_INPUT input.replacement.quantity: ABOVE_CLAIM',
    ],
    [
      'settled with half a part',
      'ACCEPTED',
      () => replace({ quantity: '0.5' }),
      'BAD_INPUT input.replacement.quantity: DECIMALS',
    ],
    [
      'settled with no parts',
      'ACCEPTED',
      () => replace({ quantity: '0' }),
      'BAD_INPUT input.replacement.quantity: MIN',
    ],
    [
      'into no place',
      'ACCEPTED',
      () => replace({ locationId: NOWHERE }),
      'BAD_INPUT input.replacement.locationId: UNKNOWN',
    ],
    [
      'into the store of another centre',
      'ACCEPTED',
      async () => replace({ locationId: await storeOf(place.shop, 1) }),
      'BAD_INPUT input.replacement.locationId: UNKNOWN',
    ],
    [
      'into a warehouse for all, by who works in one centre',
      'ACCEPTED',
      async () => replace({ locationId: await createLocation(place.shop.admin.client) }),
      'BAD_INPUT input.replacement.locationId: LOCATION',
    ],
    ['as it was not seen', 'ACCEPTED', () => ({ ...replace(), expectedVersion: 1 }), 'CONFLICT'],
  ];
  it.each(cases)('%s', async (_, status, given, refusal) => {
    const { jobPartId: line } = await issuedForJob(place, '2');
    const { id } = await claim(client, { jobPartId: line, quantity: '2' });
    if (status === 'ACCEPTED') await decide(client, id, { decision: 'ACCEPTED', supplierId });
    const input = await given();
    const before = await keptAboutClaims(graph, place.shop);
    expect(refusalOf(await tryToDecide(client, id, input))).toBe(refusal);
    expect(await keptAboutClaims(graph, place.shop)).toEqual(before);
  });

  it('more money than it cost is taken from who means it', async () => {
    const { id } = await claim(client, { jobPartId, supplierId });
    await decide(client, id, { decision: 'ACCEPTED' });
    const credit = euro('25.00');
    expect(await decide(client, id, { decision: 'SETTLED', credit, aboveCost: true })).toMatchObject({
      credit,
    });
  });

  it('a claim that is not there, or of another organisation', async () => {
    const { id } = await claim(client, { jobPartId, supplierId });
    const other = await graph.shop();
    const before = await keptAboutClaims(graph, place.shop);
    const accepted = { decision: 'ACCEPTED', supplierId };
    expect(refusalOf(await tryToDecide(client, NOWHERE, accepted))).toBe('NOT_FOUND');
    expect(refusalOf(await tryToDecide(other.admin.client, id, { decision: 'ACCEPTED' }))).toBe('NOT_FOUND');
    expect(refusalOf(await tryToClaim(other.admin.client, { jobPartId }))).toBe(
      'BAD_INPUT input.jobPartId: UNKNOWN',
    );
    expect(refusalOf(await tryToClaim(other.admin.client, { counterOrderLineId }))).toBe(
      'BAD_INPUT input.counterOrderLineId: UNKNOWN',
    );
    expect(await keptAboutClaims(graph, place.shop)).toEqual(before);
  });
});
