import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { auditOf, createVehicle, problemsOf, written } from './customers.fixtures';
import { DvlaServer, FORD } from './dvla-server.fixtures';
import { minuteLasts } from './sign-in.fixtures';

const dvla = new DvlaServer();
// Others than the one that is never answered must be in time on a busy machine, too.
const environment: Record<string, string> = { DVLA_API_KEY: 'a key of DVLA', DVLA_TIMEOUT_MS: '2000' };
beforeAll(async () => {
  environment.DVLA_URL = await dvla.start();
});
afterAll(() => dvla.stop());
const graph = useGraph({ environment });
let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop({ country: 'GB', centres: 1 });
});

const FACTS = `make model colour fuelType year engineCapacity co2Emissions euroStatus typeApproval wheelplan
  firstRegisteredIn motStatus motExpiresOn taxStatus taxDueOn papersIssuedOn markedForExport`;
const LOOKUP = `mutation ($input: LookupVehicleInput!) { lookupVehicle(input: $input) {
  outcome register isDevelopment isKept askedAt validUntil errorCode retryAfter facts { ${FACTS} }
  suggestion { make model year colour plate { number country } }
  isKnown vehicle { id } motReminder { id kind source dueOn repeatMonths vehicle { id } } } }`;

interface Lookup {
  outcome: string;
  register: string | null;
  isDevelopment: boolean;
  isKept: boolean;
  askedAt: string | null;
  validUntil: string | null;
  errorCode: string | null;
  retryAfter: number | null;
  facts: Record<string, unknown> | null;
  suggestion: { make: string; model: string | null; plate: { number: string; country: string } } | null;
  isKnown: boolean;
  vehicle: { id: string } | null;
  motReminder: { id: string; dueOn: string } | null;
}

const send = (number: string, more: object = {}, client: GraphClient = shop.admin.client, country = 'GB') =>
  client.send<{ lookupVehicle: Lookup }>(LOOKUP, { input: { plate: { number, country }, ...more } });
const lookup = async (...asked: Parameters<typeof send>): Promise<Lookup> => {
  const { data, errors } = await send(...asked);
  expect(errors).toEqual([]);
  return data.lookupVehicle;
};

it('asks DVLA as its interface says, and answers with facts and ready values', async () => {
  const found = await lookup('aa19 aaa');
  expect(dvla.of('AA19AAA')).toEqual([
    {
      method: 'POST',
      path: '/vehicle-enquiry/v1/vehicles',
      apiKey: 'a key of DVLA',
      contentType: 'application/json',
      body: { registrationNumber: 'AA19AAA' },
    },
  ]);
  expect(found).toMatchObject({
    outcome: 'FOUND',
    register: 'DVLA',
    isDevelopment: false,
    isKept: false,
    errorCode: null,
    retryAfter: null,
    isKnown: false,
    vehicle: null,
    motReminder: null,
    facts: {
      make: 'FORD',
      model: null,
      colour: 'RED',
      fuelType: 'PETROL',
      year: 2019,
      engineCapacity: 1999,
      co2Emissions: 130,
      euroStatus: 'EURO6',
      typeApproval: 'M1',
      wheelplan: '2 AXLE RIGID BODY',
      firstRegisteredIn: '2019-03',
      motStatus: 'Valid',
      motExpiresOn: FORD.motExpiryDate,
      taxStatus: 'Taxed',
      taxDueOn: '2027-03-01',
      papersIssuedOn: '2019-05-20',
      markedForExport: false,
    },
    suggestion: {
      make: 'FORD',
      model: null,
      year: 2019,
      colour: 'RED',
      plate: { number: 'AA19AAA', country: 'GB' },
    },
  });
  const days = (Date.parse(found.validUntil!) - Date.parse(found.askedAt!)) / 86_400_000;
  expect(days).toBe(7);
});

it('keeps the answer, sealed, and asks again when told to or when it is old', async () => {
  const first = await lookup('KE19EPT');
  const kept = await lookup('ke-19 ept');
  expect(kept).toEqual({ ...first, isKept: true });
  expect(dvla.of('KE19EPT')).toHaveLength(1);
  const again = await lookup('KE19EPT', { refresh: true });
  expect(again.isKept).toBe(false);
  expect(dvla.of('KE19EPT')).toHaveLength(2);
  await graph.sql(
    `update vehicle.register_answer set asked_at = asked_at - interval '8 days', valid_until = valid_until - interval '8 days'
     where organisation_id = $1 and plate_key = 'KE19EPT'`,
    [shop.id],
  );
  expect((await lookup('KE19EPT')).isKept).toBe(false);
  expect(dvla.of('KE19EPT')).toHaveLength(3);
  const rows = await graph.sql<{ raw: string; register: string }>(
    `select raw, register from vehicle.register_answer where organisation_id = $1 and plate_key = 'KE19EPT'`,
    [shop.id],
  );
  expect(rows.map(({ register }) => register)).toEqual(['DVLA', 'DVLA', 'DVLA']);
  expect(rows.some(({ raw }) => raw.includes('FORD'))).toBe(false);
  expect((await graph.shop()).id).not.toBe(shop.id);
});

it('tells that there is no such car from every trouble, and keeps that alone', async () => {
  expect(await lookup('ER19NFD')).toMatchObject({
    outcome: 'NOT_FOUND',
    facts: null,
    suggestion: null,
    errorCode: null,
  });
  expect(await lookup('ER19NFD')).toMatchObject({ outcome: 'NOT_FOUND', isKept: true });
  expect(dvla.of('ER19NFD')).toHaveLength(1);
});

it.each([
  ['ER19BAD', 'BAD_PLATE', 'ENQ103', null],
  ['ER19THR', 'THROTTLED', 'HTTP_429', 17],
  ['ER19ERR', 'FAILED', '500', null],
  ['ER19MNT', 'FAILED', '503', null],
  ['NO19KEY', 'FAILED', 'HTTP_403', null],
  ['NO19PTH', 'FAILED', 'HTTP_404', null],
  ['NO19JSN', 'FAILED', 'MALFORMED', null],
  ['NO19CAR', 'FAILED', 'MALFORMED', null],
  ['GO19ELS', 'FAILED', 'NETWORK', null],
  ['HANG1', 'TIMED_OUT', 'TIMEOUT', null],
])('%s is %s (%s), and not kept', async (plate, outcome, errorCode, retryAfter) => {
  const before = await written(graph, shop);
  expect(await lookup(plate)).toMatchObject({
    outcome,
    errorCode,
    retryAfter,
    register: 'DVLA',
    askedAt: null,
    validUntil: null,
    facts: null,
    suggestion: null,
  });
  expect(await written(graph, shop)).toEqual(before);
  const rows = await graph.sql('select id from vehicle.register_answer where plate_key = $1', [plate]);
  expect(rows).toEqual([]);
  await lookup(plate);
  expect(dvla.of(plate)).toHaveLength(2);
});

it('DVLA is not asked about plates of other countries', async () => {
  const asked = dvla.asked.length;
  expect(await lookup('AB123CD', {}, shop.admin.client, 'IT')).toMatchObject({
    outcome: 'NO_REGISTER',
    register: null,
  });
  expect(dvla.asked).toHaveLength(asked);
});

it('fifty who ask for one plate at once are one question', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => lookup('FI19FTY')));
  expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['FOUND']));
  expect(dvla.of('FI19FTY')).toHaveLength(1);
});

it('an organisation that asks too much is told to wait; its kept answers and others go on', async () => {
  const busy = await graph.shop();
  const { client } = busy.admin;
  const codes: (string | undefined)[] = [];
  for (let n = 0; n < 61; n += 1) {
    codes.push((await send(`MA${n}NY`, {}, client)).code);
    await minuteLasts(graph, 'vehicle register');
  }
  expect(codes.slice(0, 60).every((code) => code === undefined)).toBe(true);
  expect(codes[60]).toBe('RATE_LIMITED');
  expect(dvla.of('MA60NY')).toEqual([]);
  expect(await lookup('MA0NY', {}, client)).toMatchObject({ isKept: true });
  expect((await send('OT19HER')).code).toBeUndefined();
});

describe('a car that is known', () => {
  let id: string;
  beforeAll(async () => {
    const plate = { number: 'KN19 OWN', country: 'GB' };
    ({ id } = await createVehicle(shop.admin.client, { plate, serviceCentreId: shop.centres[1] }));
  });

  it('is told, to those who see it with the car itself; nobody is linked by asking', async () => {
    expect(await lookup('KN19OWN')).toMatchObject({ isKnown: true, vehicle: { id } });
    const { client } = await shop.staff('RECEPTIONIST');
    expect(await lookup('KN19OWN', {}, client)).toMatchObject({ isKnown: true, vehicle: null });
    expect(await client.ask('query ($id: ID!) { vehicle(id: $id) { id } }', { id })).toEqual({
      vehicle: null,
    });
    const stranger = await graph.shop();
    expect(await lookup('KN19OWN', {}, stranger.admin.client)).toMatchObject({
      isKnown: false,
      vehicle: null,
    });
  });

  it('gets its MOT reminder, which a later day moves instead of making another, fifty times at once', async () => {
    expect((await lookup('KN19OWN')).motReminder).toBeNull();
    const { motReminder } = await lookup('KN19OWN', { setMotReminder: true });
    expect(motReminder).toMatchObject({
      kind: 'MOT',
      source: 'REGISTER',
      dueOn: FORD.motExpiryDate,
      repeatMonths: 12,
      vehicle: { id },
    });
    expect((await lookup('KN19OWN', { setMotReminder: true })).motReminder).toEqual(motReminder);
    dvla.motExpiryDate = '2028-02-13';
    const moved = await lookup('KN19OWN', { setMotReminder: true, refresh: true });
    expect(moved.motReminder).toMatchObject({ id: motReminder!.id, dueOn: '2028-02-13' });
    expect((await auditOf(graph, motReminder!.id)).map(({ action }) => action)).toEqual(['create', 'update']);
    const plate = { number: 'RA19CES', country: 'GB' };
    await createVehicle(shop.admin.client, { plate });
    const raced = await Promise.all(
      Array.from({ length: 50 }, () => lookup('RA19CES', { setMotReminder: true })),
    );
    expect(new Set(raced.map((each) => each.motReminder!.id)).size).toBe(1);
  });

  it('gets none from those who may not set reminders, and nobody is asked', async () => {
    const { createRole } = await shop.admin.client.ask<{ createRole: { id: string } }>(
      'mutation ($input: CreateRoleInput!) { createRole(input: $input) { id } }',
      {
        input: {
          name: 'Looks up',
          permissions: ['vehicles:read', 'vehicles:lookup'].map((permission) => ({
            permission,
            reach: 'ALL',
          })),
        },
      },
    );
    const member = await shop.staff('RECEPTIONIST');
    await shop.admin.client.ask(
      'mutation ($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { id } }',
      { id: member.id, input: { roleId: createRole.id } },
    );
    expect((await send('SE19LDM', { setMotReminder: true }, member.client)).code).toBe('FORBIDDEN');
    expect(dvla.of('SE19LDM')).toEqual([]);
    expect((await send('SE19LDM', {}, member.client)).code).toBeUndefined();
  });
});

it.each([
  [{ plate: { number: '---', country: 'GB' } }, 'plate.number: PLATE'],
  [{ plate: { number: 'AA19AAA', country: 'GBR' } }, 'plate.country: MATCHES'],
])('%j is bad input', async (input, problem) => {
  expect(problemsOf(await shop.admin.client.send(LOOKUP, { input }))).toEqual([problem]);
});
