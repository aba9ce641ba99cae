import { hashToken } from '../../shared/security/tokens';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Member, Shop } from '../harness/shop';
import { uploadPicture } from '../security/filled-vehicles.fixtures';
import { accountOf, createVehicle, eventsOf } from './customers.fixtures';
import {
  begun,
  COUNTS,
  doInspection,
  ITEMS,
  inspectionsKept,
  makeTemplate,
  published,
  sendInspection,
  start,
  type Template,
} from './inspections.fixtures';
import { expectRefusal, openCard } from './job-cards.fixtures';
import { type Mail, messageServers, tokenIn } from './message-servers.fixtures';
import { messagesOf, notificationsOf, reachableCustomer } from './messages.fixtures';
import { from } from './sign-in.fixtures';

const { mail, environment } = messageServers();
const graph = useGraph({ environment });

let shop: Shop;
let admin: GraphClient;
let technician: Member;
let template: Template;

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  admin = shop.admin.client;
  technician = await shop.staff('TECHNICIAN');
  template = await makeTemplate(admin);
});

interface Shared {
  templateName: string;
  publishedAt: string;
  notes: string | null;
  serviceCentre: string | null;
  firstName: string | null;
  make: string | null;
  model: string | null;
  plate: string | null;
  counts: object;
  items: { key: string; rating: string | null; photos: { url: string }[] }[];
}

const SHARED = `query ($id: ID) { sharedInspection(id: $id) { templateName publishedAt notes serviceCentre firstName make
  model plate ${COUNTS} ${ITEMS} } }`;
const shown = async (client: GraphClient, id: string | null = null): Promise<Shared | null> =>
  (await client.ask<{ sharedInspection: Shared | null }>(SHARED, { id })).sharedInspection;

/** A customer with a car and an inspection of it that was published, and the link that they were sent. */
async function sent(language = 'en', plate = 'AB 123 CD') {
  const serviceCentreId = shop.centres[0]!;
  const { id: customerId, email } = await reachableCustomer(admin, { language, serviceCentreId });
  const { id: vehicleId } = await createVehicle(admin, {
    ownerId: customerId,
    serviceCentreId,
    plate: { number: plate, country: 'IT' },
  });
  const card = await openCard(admin, vehicleId, { serviceCentreId });
  const { id } = await start(technician.client, { jobCardId: card.id, templateId: template.id });
  const photo = await uploadPicture(technician.client, 'tread.png');
  await doInspection(technician.client, 'recordAll', id, {
    items: [
      { key: 'TREAD', value: '1.2', note: 'Worn on the inside.', photoFileIds: [photo] },
      { key: 'LIGHTS', rating: 'OK' },
      { key: 'LEAKS', answer: true },
    ],
  });
  const arrives = mail.inbox.next(email);
  await doInspection(technician.client, 'publish', id, { share: true, notes: 'New tyres soon.' });
  const letter = await arrives;
  return { id, customerId, email, vehicleId, card, letter, token: tokenIn(letter) };
}

async function opened(token: string): Promise<GraphClient> {
  const { openLink } = await from(graph).ask<{
    openLink: { accessToken: string; purpose: string; recordType: string };
  }>('mutation ($token: String!) { openLink(token: $token) { accessToken purpose recordType recordId } }', {
    token,
  });
  expect([openLink.purpose, openLink.recordType]).toEqual(['INSPECTION', 'Inspection']);
  return graph.withToken(openLink.accessToken);
}

it('is sent to the customer, whose link shows what was found and nothing else of anybody', async () => {
  const { id, customerId, token } = await sent();
  const holder = await opened(token);
  const shared = (await shown(holder))!;
  expect(shared).toMatchObject({
    templateName: template.name,
    publishedAt: expect.any(String),
    notes: 'New tyres soon.',
    serviceCentre: 'First centre',
    firstName: 'Anna',
    make: 'Fiat',
    model: 'Panda',
    plate: '•••CD',
    counts: { total: 6, open: 3, openRequired: 0, ok: 1, attention: 1, urgent: 1 },
  });
  expect(shared.items).toHaveLength(6);
  expect(shared.items.map(({ key, rating }) => [key, rating])).toEqual([
    ['TREAD', 'URGENT'],
    ['PRESSURE', null],
    ['LIGHTS', 'OK'],
    ['LEAKS', 'ATTENTION'],
    ['SMOKER', null],
    ['DRIVE', null],
  ]);
  expect((await fetch(shared.items[0]!.photos[0]!.url)).status).toBe(200);
  expect(JSON.stringify(shared)).not.toMatch(/Verdi|AB ?123|mail\.example|\+39333/);
  // The same that staff see of it when they look at it so.
  const preview = (await shown(technician.client, id))!;
  expect({ ...preview, items: [] }).toEqual({ ...shared, items: [] });

  for (const query of [
    `{ inspection(id: "${id}") { jobCard { id } } }`,
    `{ inspection(id: "${id}") { customer { id } } }`,
    `{ sharedInspection { items { recordedBy { id } } } }`,
    '{ jobCards { nodes { id } } }',
    '{ customers { nodes { id } } }',
    '{ inspectionTemplates { id } }',
  ])
    expect((await holder.send(query)).code).toBe('FORBIDDEN');
  const { inspections } = await holder.ask<{ inspections: { nodes: { id: string }[] } }>(
    '{ inspections { nodes { id } } }',
  );
  expect(inspections.nodes).toEqual([{ id }]);
  const another = await sent('en', 'EF 456 GH');
  expect(await shown(holder, another.id)).toBeNull();
  expectRefusal(await sendInspection(holder, 'share', id), 'FORBIDDEN');
  const [message] = await messagesOf(admin, { customerId, channel: 'SMS' });
  expect([message!.kind, message!.relatedType, message!.relatedId]).toEqual([
    'INSPECTION_SHARED',
    'Inspection',
    id,
  ]);
  // The link shows what staff see themselves: they may read it out to who has lost the message.
  expect(message!.body).toContain(token);
});

it.each([
  ['en', 'We have looked Fiat Panda'],
  ['it', 'Abbiamo controllato Fiat Panda'],
  ['sw', 'Tumekagua Fiat Panda'],
])('is told in %s', async (language, words) => {
  const { letter, card } = await sent(language, `X${language.toUpperCase()} 111 YY`);
  expect(letter.text).toContain(words);
  expect(letter.text).toContain(card.number);
  expect(letter.text).toMatch(/\/links\/inspection#/);
});

it('is not sent where somebody says so, and sent again when asked for', async () => {
  const quiet = await published(admin, template.id, { share: false }, shop.centres[0]);
  await untilIdle(graph, shop.id);
  expect(await messagesOf(admin, { customerId: quiet.visit.customerId })).toEqual([]);
  const { id, email, token } = await sent('en', 'CC 222 CC');
  const advisor = await shop.staff('ADVISOR');
  const arrives = mail.inbox.next(email);
  const again = await doInspection(advisor.client, 'share', id);
  expect(again).toMatchObject({ status: 'PUBLISHED', sharedUntil: expect.any(String) });
  expect(Date.parse(again.sharedUntil!) - Date.now()).toBeGreaterThan(29 * 24 * 60 * 60 * 1000);
  const second = tokenIn(await arrives);
  expect(second).not.toBe(token);
  for (const one of [token, second]) expect(await shown(await opened(one))).not.toBeNull();
  expect((await eventsOf(graph, id)).filter((name) => name === 'InspectionShared')).toHaveLength(2);
});

it('its links are taken back at once, and those that are on their way with them', async () => {
  const { id, token } = await sent('en', 'DD 333 DD');
  const holder = await opened(token);
  expect(await shown(holder)).not.toBeNull();
  const revoked = await doInspection(admin, 'revoke', id);
  expect(revoked.sharedUntil).toBeNull();
  expect((await holder.send(SHARED)).code).toBe('UNAUTHENTICATED');
  const closed = await from(graph).send(
    'mutation ($token: String!) { openLink(token: $token) { accessToken } }',
    {
      token,
    },
  );
  expect(closed.code).toBe('LINK_INVALID');
  expect((await doInspection(admin, 'revoke', id)).version).toBe(revoked.version);
  expect((await eventsOf(graph, id)).at(-1)).toBe('InspectionUnshared');
});

it('shared and taken back before the letter is written, none is sent that opens anything', async () => {
  const { id, email } = await sent('en', 'GG 666 GG');
  for (let round = 0; round < 5; round += 1) {
    await doInspection(admin, 'share', id);
    await doInspection(admin, 'revoke', id);
  }
  await untilIdle(graph, shop.id);
  const letters: Mail[] = mail.inbox.to(email);
  for (const letter of letters) {
    const { data } = await from(graph).send<{ openLink: { accessToken: string } } | null>(
      'mutation ($token: String!) { openLink(token: $token) { accessToken } }',
      { token: tokenIn(letter) },
    );
    if (data) expect(await shown(graph.withToken(data.openLink.accessToken))).toBeNull();
  }
  expect(letters.length).toBeGreaterThan(0);
});

it('a link that is over, or whose inspection is shared no more, shows nothing', async () => {
  const { id, token } = await sent('en', 'EE 444 EE');
  const holder = await opened(token);
  await graph.sql("update workshop.inspection set shared_until = now() - interval '1 second' where id = $1", [
    id,
  ]);
  expect(await shown(holder)).toBeNull();
  await graph.sql("update platform.link set expires_at = now() - interval '1 second' where token_hash = $1", [
    hashToken(token),
  ]);
  const over = await from(graph).send(
    'mutation ($token: String!) { openLink(token: $token) { accessToken } }',
    {
      token,
    },
  );
  expect(over.code).toBe('LINK_INVALID');
});

describe('a customer with an account', () => {
  it('sees what was published of their own jobs, and not of the next owner’s or the last one’s', async () => {
    const first = await sent('en', 'FF 555 FF');
    const { id: nextOwner } = await reachableCustomer(admin, { serviceCentreId: shop.centres[0] });
    await admin.ask(
      'mutation ($id: ID!, $to: ID!) { transferVehicleOwnership(id: $id, customerId: $to) { id } }',
      { id: first.vehicleId, to: nextOwner },
    );
    const card = await openCard(admin, first.vehicleId, { serviceCentreId: shop.centres[0] });
    const open = await start(admin, { jobCardId: card.id, templateId: template.id });
    const [before, after] = [
      await accountOf(graph, shop, first.customerId),
      await accountOf(graph, shop, nextOwner),
    ];
    const seen = async ({ client }: Member) => {
      const { inspections } = await client.ask<{ inspections: { nodes: { id: string }[] } }>(
        '{ inspections { nodes { id } } }',
      );
      return inspections.nodes.map(({ id }) => id);
    };
    expect(await seen(before)).toEqual([first.id]);
    expect(await seen(after)).toEqual([]);
    expect(await shown(after.client, first.id)).toBeNull();
    expect(await shown(before.client, first.id)).toMatchObject({ make: 'Fiat' });
    await doInspection(admin, 'recordAll', open.id, {
      items: [
        { key: 'TREAD', value: '5' },
        { key: 'LIGHTS', rating: 'OK' },
        { key: 'LEAKS', answer: false },
      ],
    });
    await doInspection(admin, 'publish', open.id);
    expect(await seen(before)).toEqual([first.id]);
    expect(await seen(after)).toEqual([open.id]);
    const { vehicle } = await after.client.ask<{ vehicle: { inspections: { nodes: object[] } } }>(
      'query ($id: ID!) { vehicle(id: $id) { inspections { nodes { id } } } }',
      { id: first.vehicleId },
    );
    expect(vehicle.inspections.nodes).toEqual([{ id: open.id }]);
    await untilIdle(graph, shop.id);
    const [told] = await notificationsOf(after.client, { category: 'JOB_CARD' });
    expect(told).toMatchObject({ kind: 'INSPECTION_SHARED', relatedType: 'Inspection', relatedId: open.id });
  });
});

describe('others', () => {
  it('of another service centre or organisation see and do nothing', async () => {
    const { id } = await published(admin, template.id, { share: true }, shop.centres[0]);
    const open = await begun(admin, template.id, shop.centres[0]);
    const there = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
    const stranger = await graph.shop();
    const accountant = await shop.staff('ACCOUNTANT');
    await untilIdle(graph, shop.id);
    const before = await inspectionsKept(graph, shop);
    for (const { client } of [there, stranger.admin]) {
      expect(await shown(client, id)).toBeNull();
      expect((await client.send('query ($id: ID!) { inspection(id: $id) { id } }', { id })).data).toEqual({
        inspection: null,
      });
      for (const command of ['share', 'revoke'] as const)
        expectRefusal(await sendInspection(client, command, id), 'NOT_FOUND');
      for (const command of ['publish', 'cancel'] as const)
        expectRefusal(await sendInspection(client, command, open.id), 'NOT_FOUND');
      expectRefusal(
        await sendInspection(client, 'record', open.id, { key: 'LIGHTS', rating: 'OK' }),
        'NOT_FOUND',
      );
      const begin = await client.send(
        'mutation ($input: StartInspectionInput!) { startInspection(input: $input) { id } }',
        {
          input: { jobCardId: open.jobCardId },
        },
      );
      expect(begin.code).toBe('NOT_FOUND');
    }
    expectRefusal(
      await sendInspection(accountant.client, 'record', open.id, { key: 'LIGHTS', rating: 'OK' }),
      'FORBIDDEN',
    );
    expect(await shown(accountant.client, id)).toMatchObject({ templateName: template.name });
    // What is not published is shown to nobody so.
    expect(await shown(admin, open.id)).toBeNull();
    expect(await shown(admin)).toBeNull();
    expect(await inspectionsKept(graph, shop)).toEqual(before);
  });
});
