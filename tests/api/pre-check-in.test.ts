import { randomUUID } from 'node:crypto';
import { PRE_CHECK_IN_LIMITS } from '../../subgraphs/workshop/bodyshop/pre-check-in/limits';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import {
  announce,
  announcement,
  bodyshopKept,
  type Receipt,
  send,
  trackingCodeOf,
} from './bodyshop.fixtures';
import { accountOf, createCustomer, createVehicle, eventsOf, problemsOf } from './customers.fixtures';
import { from } from './sign-in.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  manager = await shop.staff('MANAGER');
});

const CARD = `query ($id: ID!) { jobCard(id: $id) { number status complaint trackingCode stage { key }
  serviceCentre { id } customer { id firstName lastName phone email } vehicle { id make model plate plateCountry owner { id } }
  stageHistory { changedBy { id } toStage { key } }
  preCheckIn { id version createdAt updatedAt firstName lastName phone email plate make model preferredDate
    customerWasKnown vehicleWasKnown vehicleIsAnothers } } }`;

interface Card {
  jobCard: {
    customer: { id: string };
    vehicle: { id: string; owner: { id: string } };
    preCheckIn: { customerWasKnown: boolean; vehicleWasKnown: boolean; vehicleIsAnothers: boolean };
  };
}
const cardOf = async (id: string): Promise<Card['jobCard']> =>
  (await manager.client.ask<Card>(CARD, { id })).jobCard;

it('makes customer, vehicle and a card at the first stage, for somebody we never saw', async () => {
  const receipt = await announce(graph, shop, {
    firstName: ' Rosa ',
    phone: '333 765 0001',
    email: 'Rosa@Mail.Example',
    plate: 'AB 123 CD',
    preferredDate: '2031-05-01',
  });
  expect(receipt).toEqual({
    jobCardId: expect.any(String),
    number: expect.stringMatching(/^JC-\d{6}$/),
    trackingCode: expect.stringMatching(/^[2-9A-HJKMNP-TV-Z]{6}$/),
    uploadToken: expect.any(String),
    uploadUntil: expect.any(String),
  });
  const card = await cardOf(receipt.jobCardId);
  const customerId = card.customer.id;
  expect(card).toEqual({
    number: receipt.number,
    status: 'CREATED',
    complaint: 'A dent in the left door.',
    trackingCode: receipt.trackingCode,
    stage: { key: 'PRE_CHECK_IN' },
    serviceCentre: { id: shop.centres[0] },
    customer: {
      id: customerId,
      firstName: 'Rosa',
      lastName: 'Neri',
      phone: '+393337650001',
      email: 'rosa@mail.example',
    },
    vehicle: {
      id: expect.any(String),
      make: 'Fiat',
      model: 'Panda',
      plate: 'AB 123 CD',
      plateCountry: 'IT',
      owner: { id: customerId },
    },
    stageHistory: [{ changedBy: null, toStage: { key: 'PRE_CHECK_IN' } }],
    preCheckIn: {
      id: expect.any(String),
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      firstName: 'Rosa',
      lastName: 'Neri',
      phone: '+393337650001',
      email: 'rosa@mail.example',
      plate: 'AB 123 CD',
      make: 'Fiat',
      model: 'Panda',
      preferredDate: '2031-05-01',
      customerWasKnown: false,
      vehicleWasKnown: false,
      vehicleIsAnothers: false,
    },
  });
  expect((await eventsOf(graph, receipt.jobCardId)).sort()).toEqual([
    'JobCardCreated',
    'JobCardStageChanged',
    'PreCheckInReceived',
  ]);
  const [stored] = await graph.sql<{ row: string }>(
    'select t::text as row from workshop.pre_check_in t where job_card_id = $1',
    [receipt.jobCardId],
  );
  expect(stored!.row).not.toMatch(/Rosa|Neri|7650001|mail|AB 123/i);
});

describe('a customer is known', () => {
  it('by phone and surname together, however they are spelt', async () => {
    const phone = '333 765 0002';
    const known = await createCustomer(manager.client, { firstName: 'Rosa', lastName: 'D’Amìco', phone });
    const same = await announce(graph, shop, {
      firstName: 'R.',
      lastName: "D'AMICO",
      phone: '+39 3337650002',
    });
    expect(await cardOf(same.jobCardId)).toMatchObject({
      customer: { id: known.id, firstName: 'Rosa' },
      preCheckIn: { customerWasKnown: true, vehicleWasKnown: false },
    });
    const family = await announce(graph, shop, { lastName: 'Bianchi', phone });
    expect((await cardOf(family.jobCardId)).customer.id).not.toBe(known.id);
    const namesake = await announce(graph, shop, { lastName: 'D’Amico', phone: '333 765 0003' });
    expect((await cardOf(namesake.jobCardId)).preCheckIn.customerWasKnown).toBe(false);
  });

  it('with the first name too, where several share phone and surname', async () => {
    const phone = '333 765 0004';
    const father = await createCustomer(manager.client, { firstName: 'Ugo', lastName: 'Sala', phone });
    await createCustomer(manager.client, { firstName: 'Leo', lastName: 'Sala', phone });
    const came = await announce(graph, shop, { firstName: 'ugo', lastName: 'SALA', phone });
    expect((await cardOf(came.jobCardId)).customer.id).toBe(father.id);
  });

  it('not when archived', async () => {
    const phone = '333 765 0005';
    const { id } = await createCustomer(manager.client, { lastName: 'Neri', phone });
    await manager.client.ask('mutation ($id: ID!) { archiveCustomer(id: $id) { id } }', { id });
    const came = await announce(graph, shop, { phone });
    expect((await cardOf(came.jobCardId)).customer.id).not.toBe(id);
  });
});

it('a known plate’s vehicle is taken as it is, its owner untouched, and staff are told', async () => {
  const owner = await createCustomer(manager.client, { lastName: 'Owner' });
  const { id } = await createVehicle(manager.client, {
    make: 'Lancia',
    model: 'Ypsilon',
    ownerId: owner.id,
    plate: { number: 'ZZ 999 ZZ', country: 'IT' },
  });
  const came = await announce(graph, shop, { plate: 'zz999zz', phone: '333 765 0006' });
  const card = await cardOf(came.jobCardId);
  expect(card).toMatchObject({
    vehicle: { id, make: 'Lancia', owner: { id: owner.id } },
    preCheckIn: { make: 'Fiat', vehicleWasKnown: true, vehicleIsAnothers: true, customerWasKnown: false },
  });
  expect(card.customer.id).not.toBe(owner.id);
  const again = await announce(graph, shop, { plate: 'zz999zz', phone: '333 765 0006', plateCountry: 'CH' });
  expect((await cardOf(again.jobCardId)).vehicle.id).not.toBe(id);
});

it('customers see nothing of what was announced about matches', async () => {
  const came = await announce(graph, shop, { phone: '333 765 0007' });
  const { customer } = await cardOf(came.jobCardId);
  const { client } = await accountOf(graph, shop, customer.id);
  expect(
    await client.ask('query ($id: ID!) { jobCard(id: $id) { preCheckIn { id } } }', { id: came.jobCardId }),
  ).toEqual({
    jobCard: { preCheckIn: null },
  });
});

describe('a call that is repeated', () => {
  it('gets the same card, and a new token in place of the last', async () => {
    const input = announcement(shop, { phone: '333 765 0008' });
    const first = (await send(from(graph), input)).data.preCheckIn;
    const second = (await send(from(graph), input)).data.preCheckIn;
    expect({ ...second, uploadToken: '' }).toEqual({ ...first, uploadToken: '' });
    const open = (token: string) =>
      from(graph).send('mutation ($token: String!) { openLink(token: $token) { accessToken } }', { token });
    expect((await open(first.uploadToken)).code).toBe('LINK_INVALID');
    expect((await open(second.uploadToken)).errors).toEqual([]);
  });

  it('is refused when it says something else', async () => {
    const input = announcement(shop, { phone: '333 765 0009' });
    await send(from(graph), input);
    const before = await bodyshopKept(graph, shop);
    for (const other of [{ lastName: 'Other' }, { plate: 'OTHER 1' }, { damage: 'Another dent.' }])
      expect((await send(from(graph), { ...input, ...other })).code).toBe('IDEMPOTENCY_MISMATCH');
    expect(await bodyshopKept(graph, shop)).toEqual(before);
  });

  it('fifty times at once makes one card', async () => {
    const input = announcement(shop, { phone: '333 765 0010' });
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(from(graph), input)));
    expect(answers.filter(({ code }) => code)).toEqual([]);
    expect(new Set(answers.map(({ data }) => data.preCheckIn.jobCardId)).size).toBe(1);
  });

  it('takes up what a failure half-way has left', async () => {
    const input = announcement(shop, { phone: '333 765 0011' });
    await graph.sql(
      `alter table workshop.pre_check_in add constraint broken check (make <> 'Broken' or make is null) not valid`,
    );
    const broken = { ...input, make: 'Broken' };
    expect((await send(from(graph), broken)).errors).not.toEqual([]);
    const made = () =>
      graph.sql("select id from vehicle.vehicle where organisation_id = $1 and make = 'Broken'", [shop.id]);
    const left = await made();
    expect(left).toHaveLength(1);
    await graph.sql('alter table workshop.pre_check_in drop constraint broken');
    const { data } = await send(from(graph), broken);
    expect((await cardOf(data.preCheckIn.jobCardId)).vehicle).toMatchObject(left[0]!);
    expect(await made()).toEqual(left);
  });
});

it('of one person with one car, fifty at once make one customer and one vehicle', async () => {
  const same = { phone: '333 765 0012', lastName: 'Fifty', plate: 'FI 050 FT' };
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => send(from(graph), announcement(shop, same))),
  );
  expect(answers.filter(({ code }) => code)).toEqual([]);
  const cards = await Promise.all(answers.map(({ data }) => cardOf(data.preCheckIn.jobCardId)));
  expect(new Set(cards.map(({ customer }) => customer.id)).size).toBe(1);
  expect(new Set(cards.map(({ vehicle }) => vehicle.id)).size).toBe(1);
  expect(cards.filter(({ preCheckIn }) => !preCheckIn.customerWasKnown)).toHaveLength(1);
  expect(new Set(answers.map(({ data }) => data.preCheckIn.trackingCode)).size).toBe(50);
});

describe('it is refused', () => {
  const BAD: [string, Record<string, unknown>, string][] = [
    ['without a phone that exists', { phone: '12' }, 'phone: PHONE'],
    ['with an e-mail that is none', { email: 'rosa' }, 'email: IS_EMAIL'],
    ['with a plate that is none', { plate: '--' }, 'plate: MATCHES'],
    ['with a country that is none', { plateCountry: 'ITA' }, 'plateCountry: MATCHES'],
    ['without a name', { lastName: ' ' }, 'lastName: MATCHES'],
    ['without words', { damage: ' ' }, 'damage: MATCHES'],
    ['for a day that is over', { preferredDate: '2020-01-01' }, 'preferredDate: PAST'],
    ['with a key that is too short', { idempotencyKey: 'short' }, 'idempotencyKey: IS_LENGTH'],
    [
      'for an organisation that is not there',
      { organisation: 'nobody-has-this-slug' },
      'organisation: UNKNOWN',
    ],
    ['for a service centre that is not there', { serviceCentre: 'FIRS' }, 'serviceCentre: UNKNOWN'],
    ['without a service centre where there are several', { serviceCentre: null }, 'serviceCentre: REQUIRED'],
  ];
  it.each(BAD)('%s', async (_, wrong, problem) => {
    const before = await bodyshopKept(graph, shop);
    expect(problemsOf(await send(from(graph), announcement(shop, wrong)))).toEqual([problem]);
    expect(await bodyshopKept(graph, shop)).toEqual(before);
  });

  it('for a service centre that is closed', async () => {
    const mine = await graph.shop({ centres: 1 });
    await mine.admin.client.ask(
      'mutation ($id: ID!) { updateServiceCentre(id: $id, input: { active: false }) { id } }',
      { id: mine.centres[1] },
    );
    const closed = await send(from(graph), announcement(mine, { serviceCentre: 'C2' }));
    expect(problemsOf(closed)).toEqual(['serviceCentre: CLOSED']);
    expect((await announce(graph, mine, { serviceCentre: null })).number).toBe('JC-000001');
  });

  it('too often from one address, whatever is sent, and of fifty at once all beyond the limit', async () => {
    const client = from(graph);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => send(client, announcement(shop, { serviceCentre: 'NOWHERE' }))),
    );
    const codes = answers.map(({ code }) => code);
    const { allowed } = PRE_CHECK_IN_LIMITS.fromAddress;
    expect(codes.filter((code) => code === 'BAD_INPUT')).toHaveLength(allowed);
    expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(50 - allowed);
    const before = await bodyshopKept(graph, shop);
    expect((await send(client, announcement(shop))).code).toBe('RATE_LIMITED');
    expect(await bodyshopKept(graph, shop)).toEqual(before);
  });
});

it('arrives where the board begins when the shop has no stage for it', async () => {
  const mine = await graph.shop();
  await mine.admin.client.ask(
    'mutation ($input: ConfigureJobStagesInput!) { configureJobStages(input: $input) { id } }',
    { input: { stages: [{ key: 'IN', name: 'In', colour: '#000000' }] } },
  );
  const { jobCardId } = await announce(graph, mine);
  const { jobCard } = await mine.admin.client.ask<{ jobCard: object }>(
    'query ($id: ID!) { jobCard(id: $id) { stage { key } } }',
    { id: jobCardId },
  );
  expect(jobCard).toEqual({ stage: { key: 'IN' } });
});

it('every card has a code, whoever makes it, and no two of a shop the same', async () => {
  const { id } = await createVehicle(manager.client, { ownerId: (await createCustomer(manager.client)).id });
  const { createJobCard } = await manager.client.ask<{ createJobCard: { id: string; trackingCode: string } }>(
    'mutation ($id: ID!) { createJobCard(input: { vehicleId: $id, complaint: "Noise" }) { id trackingCode } }',
    { id },
  );
  expect(createJobCard.trackingCode).toBe(await trackingCodeOf(manager.client, createJobCard.id));
  expect(createJobCard.trackingCode).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}$/);
  const taken = graph.sql('update workshop.job_card set tracking_code = $2 where organisation_id = $1', [
    shop.id,
    createJobCard.trackingCode,
  ]);
  await expect(taken).rejects.toThrow('job_card_tracking_code');
});

it('a key of one’s own choice in one organisation is another’s in another', async () => {
  const mine = await graph.shop();
  const idempotencyKey = randomUUID();
  const [a, b]: Receipt[] = [
    await announce(graph, shop, { idempotencyKey, phone: '333 765 0013' }),
    await announce(graph, mine, { idempotencyKey, phone: '333 765 0013' }),
  ];
  expect(a!.jobCardId).not.toBe(b!.jobCardId);
});
