import { newId } from '../../shared/ids';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { ATTACH, bodyshopKept, readyImage } from './bodyshop.fixtures';
import { accountOf, eventsOf, problemsOf } from './customers.fixtures';
import { begin, picture, upload } from './files.fixtures';
import { arrive, assign, expectRefusal, openCard, requireInspection, type Visit } from './job-cards.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let visit: Visit;
let card: string;
beforeAll(async () => {
  shop = await graph.shop();
  await requireInspection(shop, false);
  manager = await shop.staff('MANAGER');
  visit = await arrive(manager.client);
  card = (await openCard(manager.client, visit.vehicleId)).id;
});

interface Photo {
  id: string;
  caption: string | null;
  phase: string;
  shownInTracking: boolean;
  url: string;
  thumbnailUrl: string | null;
}
const attach = (client: Member['client'], id: string, photos: object[]) =>
  client.send<{ attachPhotos: Photo[] }>(ATTACH, { id, photos });
const photosOf = async (client: Member['client'], id: string): Promise<Photo[]> =>
  (
    await client.ask<{ jobCard: { photos: Photo[] } }>(
      'query ($id: ID!) { jobCard(id: $id) { photos { id caption phase shownInTracking url thumbnailUrl } } }',
      { id },
    )
  ).jobCard.photos;

it('photos are attached, answered in the given order, and fetched with their small pictures', async () => {
  const [one, two] = [await readyImage(manager.client), await readyImage(manager.client)];
  const { data, errors } = await attach(manager.client, card, [
    { fileId: two, caption: ' The door ', phase: 'AFTER', shownInTracking: true },
    { fileId: one },
  ]);
  expect(errors).toEqual([]);
  const rest = {
    version: 1,
    id: expect.any(String),
    createdAt: expect.any(String),
    updatedAt: expect.any(String),
  };
  expect(data.attachPhotos).toEqual([
    {
      ...rest,
      caption: 'The door',
      phase: 'AFTER',
      shownInTracking: true,
      addedBy: { id: manager.id },
      url: expect.any(String),
      thumbnailUrl: expect.any(String),
    },
    {
      ...rest,
      caption: null,
      phase: 'BEFORE',
      shownInTracking: false,
      addedBy: { id: manager.id },
      url: expect.any(String),
      thumbnailUrl: expect.any(String),
    },
  ]);
  const photos = await photosOf(manager.client, card);
  expect(photos.map(({ id }) => id).sort()).toEqual(data.attachPhotos.map(({ id }) => id).sort());
  for (const [link, type] of [
    [photos[0]!.url, 'image/png'],
    [photos[0]!.thumbnailUrl!, 'image/webp'],
  ] as const) {
    const fetched = await fetch(link);
    expect([fetched.status, fetched.headers.get('content-type')]).toEqual([200, type]);
  }
  expect((await eventsOf(graph, card)).at(-1)).toBe('JobCardPhotosAttached');
});

it('attached again, or twice in one call, a photo stays as it is', async () => {
  const { id } = await openCard(manager.client, visit.vehicleId);
  const fileId = await readyImage(manager.client);
  const first = await attach(manager.client, id, [
    { fileId, caption: 'First' },
    { fileId, caption: 'First' },
  ]);
  expect(first.data.attachPhotos).toHaveLength(1);
  const before = await bodyshopKept(graph, shop);
  const again = await attach(manager.client, id, [{ fileId, caption: 'Second' }]);
  expect(again.data.attachPhotos.map(({ caption }) => caption)).toEqual(['First']);
  expect(await bodyshopKept(graph, shop)).toEqual(before);
});

it('fifty calls at once attach it once', async () => {
  const { id } = await openCard(manager.client, visit.vehicleId);
  const fileId = await readyImage(manager.client);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => attach(manager.client, id, [{ fileId }])),
  );
  expect(answers.filter(({ code }) => code)).toEqual([]);
  expect(await photosOf(manager.client, id)).toHaveLength(1);
});

describe('a file is refused that', () => {
  const BAD: [string, () => Promise<string>, string][] = [
    ['is not there', async () => newId(), 'UNKNOWN'],
    [
      'is no image',
      async () => (await upload(manager.client, 'text/plain', Buffer.from('words'))).id,
      'NOT_AN_IMAGE',
    ],
    ['has not been sent', async () => (await begin(manager.client, 'image/png', 100)).file.id, 'NOT_READY'],
    ['is another organisation’s', async () => readyImage((await graph.shop()).admin.client), 'UNKNOWN'],
  ];
  it.each(BAD)('%s', async (_, file, code) => {
    const good = await readyImage(manager.client);
    const fileId = await file();
    const before = await bodyshopKept(graph, shop);
    const answer = await attach(manager.client, card, [{ fileId: good }, { fileId }]);
    expect(problemsOf(answer)).toEqual([`photos.1.fileId: ${code}`]);
    expect(await bodyshopKept(graph, shop)).toEqual(before);
  });

  it('comes with too many others, with none, or beyond what a card holds', async () => {
    const fileId = await readyImage(manager.client);
    const { id } = await openCard(manager.client, visit.vehicleId);
    const before = await bodyshopKept(graph, shop);
    expect(problemsOf(await attach(manager.client, id, []))).toEqual(['photos: LENGTH']);
    const many = Array.from({ length: 21 }, () => ({ fileId }));
    expect(problemsOf(await attach(manager.client, id, many))).toEqual(['photos: LENGTH']);
    const long = await attach(manager.client, id, [{ fileId, caption: 'x'.repeat(301) }]);
    expect(long.code).toBe('BAD_INPUT');
    expect(await bodyshopKept(graph, shop)).toEqual(before);
    await graph.sql(
      `insert into workshop.photo (organisation_id, id, version, created_at, updated_at, job_card_id, file_id, file_name,
         content_type, has_thumbnail, phase, shown_in_tracking)
       select $1, gen_random_uuid(), 1, now(), now(), $2, gen_random_uuid(), 'a.png', 'image/png', false, 'BEFORE', false
       from generate_series(1, 200)`,
      [shop.id, id],
    );
    expect(problemsOf(await attach(manager.client, id, [{ fileId }]))).toEqual(['photos: TOO_MANY']);
  });
});

describe('photos are seen and added', () => {
  it('by the technician of the card, and seen by its customer', async () => {
    const technician = await shop.staff('TECHNICIAN');
    const { id } = await openCard(manager.client, visit.vehicleId);
    const fileId = await readyImage(technician.client);
    expectRefusal(await attach(technician.client, id, [{ fileId }]), 'NOT_FOUND');
    await assign(manager.client, id, technician);
    expect((await attach(technician.client, id, [{ fileId }])).errors).toEqual([]);
    const customer = await accountOf(graph, shop, visit.customerId);
    const [seen] = await photosOf(customer.client, id);
    expect((await fetch(seen!.url)).status).toBe(200);
    expectRefusal(await attach(customer.client, id, [{ fileId }]), 'FORBIDDEN');
    expect(await photosOf(technician.client, id)).toHaveLength(1);
  });

  it('by nobody of another organisation, nor by who may not', async () => {
    const stranger = await graph.shop();
    const receptionist = await shop.staff('RECEPTIONIST');
    const mine = await readyImage(stranger.admin.client);
    const fileId = await readyImage(receptionist.client);
    const before = await bodyshopKept(graph, shop);
    expectRefusal(await attach(stranger.admin.client, card, [{ fileId: mine }]), 'NOT_FOUND');
    expectRefusal(await attach(receptionist.client, card, [{ fileId }]), 'FORBIDDEN');
    expectRefusal(await attach(graph.anonymous(), card, [{ fileId }]), 'UNAUTHENTICATED');
    expect(await bodyshopKept(graph, shop)).toEqual(before);
  });
});

it('a picture that is as large as announced and no image is never attached', async () => {
  const bytes = await picture();
  const { id } = await openCard(manager.client, visit.vehicleId);
  const begun = await begin(manager.client, 'image/jpeg', bytes.length);
  const headers = Object.fromEntries(begun.headers.map(({ name, value }) => [name, value]));
  await fetch(begun.url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  await manager.client.send('mutation ($id: ID!) { completeUpload(fileId: $id) { id } }', {
    id: begun.file.id,
  });
  expect(problemsOf(await attach(manager.client, id, [{ fileId: begun.file.id }]))).toEqual([
    'photos.0.fileId: NOT_READY',
  ]);
});
