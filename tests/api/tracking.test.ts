import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import {
  ATTACH,
  announce,
  MOVE,
  readyImage,
  stageOf,
  type Tracked,
  track,
  trackingCodeOf,
} from './bodyshop.fixtures';
import { createCustomer, createVehicle, eventually } from './customers.fixtures';
import { cancel, openCard, requireInspection, UPDATE } from './job-cards.fixtures';
import { from } from './sign-in.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let customerId: string;
let vehicleId: string;
beforeAll(async () => {
  shop = await graph.shop();
  await requireInspection(shop, false);
  manager = await shop.staff('MANAGER');
  customerId = (
    await createCustomer(manager.client, { firstName: 'Anna', lastName: 'Verdi', phone: '333 123 4567' })
  ).id;
  vehicleId = (
    await createVehicle(manager.client, {
      ownerId: customerId,
      plate: { number: 'AB 123 DE', country: 'IT' },
    })
  ).id;
});

interface Open {
  id: string;
  code: string;
}
async function open(): Promise<Open> {
  const { id } = await openCard(manager.client, vehicleId);
  return { id, code: await trackingCodeOf(manager.client, id) };
}
const seen = async (code: string, factor = 'ab123de', client = from(graph)): Promise<Tracked> => {
  const { data, errors } = await track(client, shop.slug, code, factor);
  expect(errors).toEqual([]);
  return data.trackRepair;
};
const move = async (id: string, key: string) =>
  manager.client.ask(MOVE, { id, stageId: (await stageOf(manager.client, key)).id, note: 'Between us.' });

it('shows how far a repair is, and nothing of anybody’s business', async () => {
  const { id, code } = await open();
  const card = (
    await manager.client.ask<{ updateJobCard: { number: string } }>(UPDATE, {
      id,
      input: { promisedAt: '2031-01-01T10:00:00Z', estimatedCost: { amount: '500.00', currency: 'EUR' } },
    })
  ).updateJobCard;
  await move(id, 'PAINT');
  const [shown, hidden] = [await readyImage(manager.client), await readyImage(manager.client)];
  await manager.client.ask(ATTACH, {
    id,
    photos: [{ fileId: shown, caption: 'Done', phase: 'AFTER', shownInTracking: true }, { fileId: hidden }],
  });
  const repair = await seen(code);
  const at = expect.any(String);
  expect(repair).toEqual({
    number: card.number,
    serviceCentre: 'First centre',
    firstName: 'Anna',
    make: 'Fiat',
    model: 'Panda',
    plate: '•••DE',
    status: 'CREATED',
    stage: 'Paint',
    stageColour: '#AB47BC',
    receivedAt: at,
    promisedAt: '2031-01-01T10:00:00.000Z',
    history: [
      { at, status: null, stage: 'Paint' },
      { at, status: 'CREATED', stage: null },
    ],
    photos: [{ caption: 'Done', phase: 'AFTER', addedAt: at, url: at, thumbnailUrl: at }],
  });
  for (const link of [repair.photos[0]!.url, repair.photos[0]!.thumbnailUrl!])
    expect((await fetch(link)).status).toBe(200);
  expect(JSON.stringify(repair)).not.toMatch(/Verdi|Between|MANAGER|Tester/);
});

describe('the second factor', () => {
  it.each(['AB 123 DE', 'ab-123.de', '4567'])('is the plate or the end of the phone: %s', async (factor) => {
    const { code } = await open();
    expect((await seen(code.toLowerCase(), factor)).number).toMatch(/^JC-/);
    expect((await seen(` ${code.slice(0, 3)} ${code.slice(3)} `, factor)).number).toMatch(/^JC-/);
  });

  it('is asked for at every read, and a wrong one, a wrong code and a wrong organisation look alike', async () => {
    const { code } = await open();
    await seen(code);
    const stranger = await graph.shop();
    const wrong: [string, string, string][] = [
      [shop.slug, code, '4568'],
      [shop.slug, code, '7'],
      [shop.slug, code, '••••'],
      [shop.slug, 'ZZZZZZ', 'ab123de'],
      [shop.slug, 'no code at all', '4567'],
      [stranger.slug, code, 'ab123de'],
      ['nobody-has-this-slug', code, 'ab123de'],
    ];
    const answers: object[] = [];
    for (const [slug, typed, factor] of wrong) {
      const { data, errors } = await track(from(graph), slug, typed, factor);
      const [{ message, extensions, path }] = errors as [(typeof errors)[number]];
      answers.push({ data, message, code: extensions.code, path, keys: Object.keys(extensions).sort() });
    }
    expect(answers).toEqual(answers.map(() => answers[0]));
    expect(answers[0]).toMatchObject({ data: null, code: 'NOT_FOUND', message: 'Repair not found.' });
  });

  it('follows the vehicle’s plate and the customer’s phone at once', async () => {
    const { code } = await open();
    await seen(code);
    await manager.client.ask(
      `mutation ($v: ID!, $c: ID!) { changeVehiclePlate(id: $v, plate: { number: "NE 000 WW", country: "IT" }) { id }
         updateCustomer(id: $c, input: { phone: "333 123 9999", firstName: "Bea" }) { id } }`,
      { v: vehicleId, c: customerId },
    );
    const wrong = async (factor: string) => (await track(from(graph), shop.slug, code, factor)).code;
    const checks = async () => [
      await wrong('ab123de'),
      await wrong('4567'),
      await wrong('ne000ww'),
      await wrong('9999'),
    ];
    await eventually(async () =>
      expect(await checks()).toEqual(['NOT_FOUND', 'NOT_FOUND', undefined, undefined]),
    );
    expect((await seen(code, '9999')).firstName).toBe('Bea');
    await manager.client.ask(
      `mutation ($v: ID!, $c: ID!) { changeVehiclePlate(id: $v, plate: { number: "AB 123 DE", country: "IT" }) { id }
         updateCustomer(id: $c, input: { phone: "333 123 4567", firstName: "Anna" }) { id } }`,
      { v: vehicleId, c: customerId },
    );
  });
});

it('is kept until something changes: a change that nobody told of is not looked for', async () => {
  const { id, code } = await open();
  const { promisedAt } = await seen(code);
  await graph.sql("update workshop.job_card set promised_at = '2032-03-03T10:00:00Z' where id = $1", [id]);
  expect((await seen(code)).promisedAt).toBe(promisedAt);
  await move(id, 'PAINT');
  expect(await seen(code)).toMatchObject({ stage: 'Paint', promisedAt: '2032-03-03T10:00:00.000Z' });
});

describe('the very next read', () => {
  it('shows the new stage, the new promise, the new photo and the end', async () => {
    const { id, code } = await open();
    for (const [key, name] of [
      ['RECEIVED', 'Vehicle received'],
      ['PAINT', 'Paint'],
      ['READY', 'Ready to collect'],
    ] as const) {
      await seen(code);
      await move(id, key);
      expect((await seen(code)).stage).toBe(name);
    }
    await manager.client.ask(UPDATE, { id, input: { promisedAt: '2031-02-02T10:00:00Z' } });
    expect((await seen(code)).promisedAt).toBe('2031-02-02T10:00:00.000Z');
    await manager.client.ask(ATTACH, {
      id,
      photos: [{ fileId: await readyImage(manager.client), shownInTracking: true }],
    });
    expect((await seen(code)).photos).toHaveLength(1);
    await cancel(manager.client, id);
    expect(await seen(code)).toMatchObject({
      status: 'CANCELLED',
      history: [{ status: 'CANCELLED' }, {}, {}, {}, {}],
    });
  });

  it('is never older than a move that was answered, however many read meanwhile', async () => {
    const { id, code } = await open();
    const stages = ['RECEIVED', 'DISASSEMBLY', 'BODYWORK', 'PAINT', 'REASSEMBLY', 'READY'];
    const names: string[] = [];
    for (const key of stages) {
      const readers = Array.from({ length: 8 }, () => seen(code));
      await move(id, key);
      names.push((await seen(code)).stage!);
      await Promise.all(readers);
      expect((await seen(code)).stage).toBe(names.at(-1));
    }
    expect(names).toEqual([
      'Vehicle received',
      'Disassembly',
      'Bodywork',
      'Paint',
      'Reassembly',
      'Ready to collect',
    ]);
  });
});

it('who announced a car is shown what they said, not what we knew', async () => {
  await createCustomer(manager.client, { firstName: 'Maria', lastName: 'Neri', phone: '333 888 0001' });
  await createVehicle(manager.client, {
    make: 'Lancia',
    model: 'Delta',
    plate: { number: 'XX 111 YY', country: 'IT' },
  });
  const { trackingCode } = await announce(graph, shop, {
    firstName: 'Nobody',
    phone: '333 888 0001',
    plate: 'xx111yy',
  });
  expect(await seen(trackingCode, '0001')).toMatchObject({
    firstName: 'Nobody',
    make: 'Fiat',
    model: 'Panda',
    plate: '•••yy',
    stage: 'Pre-check-in',
  });
});

it('a job that is over is shown for a month', async () => {
  const { id, code } = await open();
  await cancel(manager.client, id);
  await graph.sql("update workshop.job_card set updated_at = now() - interval '31 days' where id = $1", [id]);
  expect((await track(from(graph), shop.slug, code, '4567')).code).toBe('NOT_FOUND');
});
