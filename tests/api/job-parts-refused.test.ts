import { randomUUID } from 'node:crypto';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { putInState } from './job-cards.fixtures';
import {
  keptAboutParts,
  type Line,
  openJob,
  openPartsShop,
  type PartsShop,
  partsOf,
  run,
  send,
  untilQuiet,
  type Verb,
} from './job-parts.fixtures';
import { createPart } from './parts.fixtures';
import { createLocation, stocked, storeOf } from './stock.fixtures';

const graph = useGraph();
let place: PartsShop;
let manager: Member;
let other: Shop;
let partId: string;
let litres: string;
let jobCardId: string;
/** Five asked for: two are there, and one of those was handed out. */
let line: Line;
let elsewhere: string;
let closed: string;
let foreign: { partId: string; locationId: string };
let discontinued: string;

beforeAll(async () => {
  place = await openPartsShop(graph);
  ({ manager } = place);
  const { admin } = place.shop;
  ({ partId } = await stocked(manager.client, place.store, '2'));
  ({ partId: litres } = await stocked(manager.client, place.store, '9', { unit: 'LITRE' }));
  ({ partId: discontinued } = await stocked(manager.client, place.store, '1'));
  await manager.client.ask('mutation ($id: ID!) { discontinuePart(id: $id) { id } }', { id: discontinued });
  elsewhere = await storeOf(place.shop, 1);
  closed = await createLocation(admin.client);
  await admin.client.ask(
    'mutation ($id: ID!) { updateStockLocation(id: $id, input: { active: false }) { id } }',
    { id: closed },
  );
  other = await graph.shop();
  foreign = await stocked(other.admin.client, await storeOf(other), '5');
  jobCardId = await openJob(place);
  const { id } = await run(manager.client, 'request', jobCardId, { partId, quantity: '5' });
  line = await run(manager.client, 'issue', jobCardId, { id, quantity: '1' });
  await untilQuiet(graph, place.shop);
});

/** Refused with this code and these details, and nothing half-done. */
async function expectRefused(
  verb: Verb,
  lines: object[],
  details: object,
  onJob = jobCardId,
  client = manager.client,
): Promise<void> {
  const before = await keptAboutParts(graph, place.shop);
  const { errors, data } = await send(client, verb, { jobCardId: onJob, lines });
  expect(data).toBeNull();
  expect(errors[0]!.extensions).toMatchObject(details);
  expect(await keptAboutParts(graph, place.shop)).toEqual(before);
}

const bad = (path: string, code: string) => ({
  code: 'BAD_INPUT',
  fields: [expect.objectContaining({ path, code })],
});
const field = (name: string, code: string) => bad(`input.lines.1.${name}`, code);

/** Behind a line that is good and to be bought, so that what is half done would be seen. */
const requested: [string, () => object, object][] = [
  ['nothing', () => ({ partId, quantity: '0' }), field('quantity', 'MIN')],
  ['less than nothing', () => ({ partId, quantity: '-1' }), field('quantity', 'MIN')],
  ['half a piece', () => ({ partId, quantity: '0.5' }), field('quantity', 'DECIMALS')],
  ['too fine a litre', () => ({ partId: litres, quantity: '0.0001' }), field('quantity', 'DECIMALS')],
  ['no number', () => ({ partId, quantity: 'some' }), field('quantity', 'QUANTITY')],
  ['a part that is nobody’s', () => ({ partId: randomUUID(), quantity: '1' }), field('partId', 'UNKNOWN')],
  ['another shop’s part', () => ({ partId: foreign.partId, quantity: '1' }), field('partId', 'UNKNOWN')],
  ['no id', () => ({ partId: 'oil', quantity: '1' }), field('partId', 'IS_UUID')],
  [
    'from another service centre',
    () => ({ partId, quantity: '1', locationId: elsewhere }),
    field('locationId', 'UNKNOWN'),
  ],
  [
    'from another shop',
    () => ({ partId, quantity: '1', locationId: foreign.locationId }),
    field('locationId', 'UNKNOWN'),
  ],
  [
    'from a closed place',
    () => ({ partId, quantity: '1', locationId: closed }),
    field('locationId', 'CLOSED'),
  ],
  [
    'more than there is of what is not bought any more',
    () => ({ partId: discontinued, quantity: '2' }),
    field('quantity', 'DISCONTINUED'),
  ],
];

describe('requestJobParts refuses', () => {
  it.each(requested)('%s', (_, need, details) =>
    expectRefused('request', [{ partId: litres, quantity: '100' }, need()], details),
  );

  it('no lines, too many at once, and more than a job has', async () => {
    await expectRefused('request', [], bad('input.lines', 'ARRAY_MIN_SIZE'));
    const one = { partId: litres, quantity: '0.001' };
    const fifty = Array.from({ length: 50 }, () => one);
    await expectRefused('request', [...fifty, one], bad('input.lines', 'ARRAY_MAX_SIZE'));
    const full = await openJob(place);
    for (let n = 0; n < 4; n += 1)
      expect((await send(manager.client, 'request', { jobCardId: full, lines: fifty })).code).toBeUndefined();
    await untilQuiet(graph, place.shop);
    await expectRefused('request', [one], bad('input.lines', 'TOO_MANY'), full);
  });

  it('a job that there is not, and one of another shop', async () => {
    await expectRefused('request', [{ partId, quantity: '1' }], { code: 'NOT_FOUND' }, randomUUID());
    await expectRefused(
      'request',
      [{ partId: foreign.partId, quantity: '1' }],
      { code: 'NOT_FOUND' },
      jobCardId,
      other.admin.client,
    );
  });

  it('the last of what is discontinued is given all the same', async () => {
    const job = await openJob(place);
    const last = await run(manager.client, 'request', job, { partId: discontinued, quantity: '1' });
    expect(last).toMatchObject({ status: 'RESERVED' });
    await untilQuiet(graph, place.shop);
  });
});

const conflict = (reason: string, most: string, wanted: string) => ({
  code: 'CONFLICT',
  reason,
  field: 'input.lines.0.quantity',
  most,
  wanted,
});

describe('of the line’s own', () => {
  it.each<[Verb, string, object]>([
    ['issue', '2', conflict('NOT_RESERVED', '1', '2')],
    ['return', '2', conflict('NOT_ISSUED', '1', '2')],
    ['cancel', '5', conflict('NOT_REQUESTED', '4', '5')],
  ])('%s goes no further', async (verb, quantity, details) => {
    await expectRefused(verb, [{ id: line.id, quantity }], details);
    await expectRefused(verb, [{ id: line.id, quantity: '0' }], bad('input.lines.0.quantity', 'MIN'));
    await expectRefused(verb, [{ id: line.id, quantity: '0.5' }], bad('input.lines.0.quantity', 'DECIMALS'));
  });

  it.each<Verb>(['issue', 'return', 'cancel'])('%s: not what is nothing, twice, or changed', async (verb) => {
    const changed = { id: line.id, quantity: '1', expectedVersion: line.version - 1 };
    await expectRefused(verb, [changed], {
      code: 'CONFLICT',
      field: 'input.lines.0.expectedVersion',
      current: { id: line.id, version: line.version, status: 'WAITING' },
    });
    const twice = [line, line].map(({ id }) => ({ id, quantity: '1' }));
    await expectRefused(verb, twice, bad('input.lines.1.id', 'TWICE'));
    const unknown = [{ id: line.id, quantity: '1' }, { id: randomUUID() }];
    await expectRefused(verb, unknown, bad('input.lines.1.id', 'UNKNOWN'));
    const another = await openJob(place);
    await untilQuiet(graph, place.shop);
    await expectRefused(verb, [{ id: line.id }], bad('input.lines.0.id', 'UNKNOWN'), another);
  });

  it('nothing is left to issue, return or cancel', async () => {
    const job = await openJob(place);
    const { id } = await run(manager.client, 'request', job, { partId: litres, quantity: '1' });
    await untilQuiet(graph, place.shop);
    await expectRefused('return', [{ id }], { code: 'CONFLICT', reason: 'NOT_ISSUED', most: '0' }, job);
    await run(manager.client, 'issue', job, { id });
    await untilQuiet(graph, place.shop);
    await expectRefused('issue', [{ id }], { code: 'CONFLICT', reason: 'NOT_RESERVED', most: '0' }, job);
    await expectRefused(
      'cancel',
      [{ id }],
      { code: 'INVALID_TRANSITION', from: 'ISSUED', to: 'CANCELLED', allowed: ['RETURNED'] },
      job,
    );
  });

  it('a price below zero, or in another currency than the part’s', async () => {
    const sold = await stocked(manager.client, place.store, '1', { price: { amount: '5', currency: 'EUR' } });
    const job = await openJob(place);
    const { id } = await run(manager.client, 'request', job, { partId: sold.partId, quantity: '1' });
    await untilQuiet(graph, place.shop);
    const at = (amount: string, currency: string) => [{ id, unitPrice: { amount, currency } }];
    const path = 'input.lines.0.unitPrice';
    await expectRefused('issue', at('-1', 'EUR'), bad(`${path}.amount`, 'MIN'), job);
    await expectRefused('issue', at('1.001', 'EUR'), bad(`${path}.amount`, 'DECIMALS'), job);
    await expectRefused('issue', at('1', 'GBP'), bad(`${path}.currency`, 'CURRENCY'), job);
  });
});

it.each(['COMPLETED', 'DELIVERED', 'CANCELLED'])('a job that is %s has its parts', async (state) => {
  const job = await openJob(place);
  const { id } = await run(manager.client, 'request', job, { partId: litres, quantity: '1' });
  await putInState(graph, job, state, place.technician.id);
  await untilQuiet(graph, place.shop);
  const isOver = { code: 'CONFLICT', reason: 'JOB_OVER', status: state };
  await expectRefused('request', [{ partId: litres, quantity: '1' }], isOver, job);
  await expectRefused('issue', [{ id }], isOver, job);
  await expectRefused('cancel', [{ id }], isOver, job);
  const nothing = { code: 'CONFLICT', reason: 'NOT_ISSUED' };
  await expectRefused('return', [{ id }], state === 'CANCELLED' ? nothing : isOver, job);
});

it('a key that was used for something else', async () => {
  const lines = [{ partId: litres, quantity: '1' }];
  const idempotencyKey = randomUUID();
  await send(manager.client, 'request', { jobCardId, lines, idempotencyKey });
  await untilQuiet(graph, place.shop);
  const before = await partsOf(manager.client, jobCardId);
  const more = [{ partId: litres, quantity: '2' }];
  const answer = await send(manager.client, 'request', { jobCardId, lines: more, idempotencyKey });
  expect(answer.code).toBe('IDEMPOTENCY_MISMATCH');
  expect(await partsOf(manager.client, jobCardId)).toEqual(before);
});

it('a place is not closed while a job waits for something there', async () => {
  const { client } = place.shop.admin;
  const locationId = await createLocation(client, { name: 'Soon closed' });
  const { id: rare } = await createPart(manager.client);
  const job = await openJob(place);
  await run(manager.client, 'request', job, { partId: rare, quantity: '1', locationId });
  const answer = await client.send(
    'mutation ($id: ID!) { updateStockLocation(id: $id, input: { active: false }) { id } }',
    { id: locationId },
  );
  expect(answer.errors[0]!.extensions).toMatchObject({ code: 'CONFLICT', reason: 'WAITED_FOR' });
});
