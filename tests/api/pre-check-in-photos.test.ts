import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { ATTACH, announce, bodyshopKept, holderOf, readyImage } from './bodyshop.fixtures';
import { problemsOf } from './customers.fixtures';
import { begin, COMPLETE, CREATE, picture, put, upload } from './files.fixtures';
import { assign, expectRefusal, openCard, requireInspection } from './job-cards.fixtures';
import { from } from './sign-in.fixtures';

/** Photos of somebody without an account: a link that adds photos to one card, and does nothing else. */
const graph = useGraph();
let shop: Shop;
let manager: Member;
beforeAll(async () => {
  shop = await graph.shop();
  await requireInspection(shop, false);
  manager = await shop.staff('MANAGER');
});

const attach = (client: Member['client'], id: string, fileIds: string[]) =>
  client.send<{ attachPhotos: { id: string; url: string; addedBy: object | null }[] }>(ATTACH, {
    id,
    photos: fileIds.map((fileId) => ({ fileId, shownInTracking: true })),
  });

it('they are uploaded, attached, and seen by the staff', async () => {
  const { jobCardId, uploadToken } = await announce(graph, shop);
  const client = await holderOf(graph, uploadToken);
  const fileId = await readyImage(client);
  const { data } = await attach(client, jobCardId, [fileId]);
  expect((await fetch(data.attachPhotos[0]!.url)).status).toBe(200);
  const seen = await manager.client.ask<{ jobCard: { photos: object[] } }>(
    'query ($id: ID!) { jobCard(id: $id) { photos { id addedBy { id } } } }',
    { id: jobCardId },
  );
  expect(seen.jobCard.photos).toEqual([{ id: data.attachPhotos[0]!.id, addedBy: null }]);
});

it('ten at most, also when fifty calls come at once', async () => {
  const { jobCardId, uploadToken } = await announce(graph, shop);
  const client = await holderOf(graph, uploadToken);
  const files: string[] = [];
  for (let n = 0; n < 14; n += 1) files.push(await readyImage(client));
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => attach(client, jobCardId, [files[n % files.length]!])),
  );
  const refused = answers.filter(({ data }) => data === null);
  expect(new Set(refused.flatMap(problemsOf))).toEqual(new Set(['photos: TOO_MANY']));
  const [row] = await graph.sql<{ count: number }>(
    'select count(*)::int as count from workshop.photo where job_card_id = $1',
    [jobCardId],
  );
  expect(row!.count).toBe(10);
});

it('are images of ten megabytes at most, twenty uploads, and what they say they are', async () => {
  const { uploadToken } = await announce(graph, shop);
  const client = await holderOf(graph, uploadToken);
  const create = (input: object) => client.send(CREATE, { input: { fileName: 'a', ...input } });
  expect(problemsOf(await create({ contentType: 'application/pdf', size: 100 }))).toEqual([
    'contentType: TYPE_NOT_ALLOWED',
  ]);
  expect(problemsOf(await create({ contentType: 'image/png', size: 10 * 1024 * 1024 + 1 }))).toEqual([
    'size: FILE_TOO_LARGE',
  ]);
  const bytes = await picture();
  const begun = await begin(client, 'image/jpeg', bytes.length);
  await put(begun, bytes);
  expect(problemsOf(await client.send(COMPLETE, { id: begun.file.id }))).toEqual([
    'fileId: CONTENT_MISMATCH',
  ]);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => create({ contentType: 'image/png', size: 100 })),
  );
  expect(answers.filter(({ code }) => code === undefined)).toHaveLength(19);
  expect(answers.filter(({ code }) => code === 'RATE_LIMITED')).toHaveLength(31);
});

describe('the link', () => {
  it('opens its one card for photos, and nothing else of anything', async () => {
    const { jobCardId, uploadToken } = await announce(graph, shop);
    const other = await announce(graph, shop);
    const client = await holderOf(graph, uploadToken);
    const fileId = await readyImage(client);
    const staffs = await readyImage(manager.client);
    const otherClient = await holderOf(graph, other.uploadToken);
    const before = await bodyshopKept(graph, shop);
    expectRefusal(await attach(client, other.jobCardId, [fileId]), 'NOT_FOUND');
    expect(problemsOf(await attach(client, jobCardId, [staffs]))).toEqual(['photos.0.fileId: UNKNOWN']);
    expect(problemsOf(await attach(otherClient, other.jobCardId, [fileId]))).toEqual([
      'photos.0.fileId: UNKNOWN',
    ]);
    const id = jobCardId;
    for (const [query, variables] of [
      ['query ($id: ID!) { jobCard(id: $id) { number } }', { id }],
      ['{ jobCards { nodes { id } } }', {}],
      ['{ customers { nodes { id } } }', {}],
      ['{ vehicles { nodes { id } } }', {}],
      ['{ jobStages { id } }', {}],
      ['mutation ($id: ID!) { updateJobCard(id: $id, input: { complaint: "Mine." }) { id } }', { id }],
      ['mutation ($id: ID!) { moveJobCardToStage(id: $id, stageId: $id) { id } }', { id }],
      ['mutation ($id: ID!) { cancelJobCard(id: $id, reason: "Mine.") { id } }', { id }],
    ] as const)
      expect([query, (await client.send(query, variables)).code]).toEqual([query, 'FORBIDDEN']);
    expect(await bodyshopKept(graph, shop)).toEqual(before);
    expect((await attach(client, jobCardId, [fileId])).data.attachPhotos).toHaveLength(1);
  });

  it('adds no more once the shop has begun', async () => {
    const { jobCardId, uploadToken } = await announce(graph, shop);
    const client = await holderOf(graph, uploadToken);
    const fileId = await readyImage(client);
    await assign(manager.client, jobCardId, await shop.staff('TECHNICIAN'));
    expectRefusal(await attach(client, jobCardId, [fileId]), 'CONFLICT');
  });

  it('ends after a day, and does not come back by repeating the call', async () => {
    const { jobCardId, uploadToken, uploadUntil } = await announce(graph, shop);
    const [row] = await graph.sql<{ hours: number }>(
      `select extract(epoch from l.expires_at - c.created_at)::int / 3600 as hours from platform.link l
       join workshop.job_card c on c.id = l.record_id where l.record_id = $1 and l.expires_at = $2`,
      [jobCardId, uploadUntil],
    );
    expect(row!.hours).toBe(24);
    await graph.sql(
      "update platform.link set expires_at = now() - interval '1 second' where record_id = $1",
      [jobCardId],
    );
    const late = await from(graph).send(
      'mutation ($token: String!) { openLink(token: $token) { accessToken } }',
      {
        token: uploadToken,
      },
    );
    expect(late.code).toBe('LINK_INVALID');
  });

  it('of another organisation attaches nothing here', async () => {
    const stranger = await graph.shop();
    const theirs = await announce(graph, stranger);
    const client = await holderOf(graph, theirs.uploadToken);
    const fileId = (await upload(client, 'image/png', await picture(20, 20))).id;
    const { vehicle } = await vehicleHere();
    const card = await openCard(manager.client, vehicle);
    expectRefusal(await attach(client, card.id, [fileId]), 'NOT_FOUND');
  });
});

async function vehicleHere(): Promise<{ vehicle: string }> {
  const { jobCardId } = await announce(graph, shop);
  const { jobCard } = await manager.client.ask<{ jobCard: { vehicle: { id: string } } }>(
    'query ($id: ID!) { jobCard(id: $id) { vehicle { id } } }',
    { id: jobCardId },
  );
  return { vehicle: jobCard.vehicle.id };
}
