import { randomUUID } from 'node:crypto';
import type { GraphAnswer, GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import { picture, upload } from './files.fixtures';
import { from } from './sign-in.fixtures';

export interface Stage {
  id: string;
  key: string;
  name: string;
  archivedAt: string | null;
}

export const CONFIGURE = `mutation ($input: ConfigureJobStagesInput!) { configureJobStages(input: $input) {
  id key name colour notifiesCustomer final position archivedAt version createdAt updatedAt } }`;
export const MOVE = `mutation ($id: ID!, $stageId: ID!, $note: String, $expectedVersion: Int) {
  moveJobCardToStage(id: $id, stageId: $stageId, note: $note, expectedVersion: $expectedVersion) {
    id version status stage { id key } } }`;
export const ATTACH = `mutation ($id: ID!, $photos: [PhotoInput!]!) { attachPhotos(jobCardId: $id, photos: $photos) {
  id caption phase shownInTracking url thumbnailUrl addedBy { id } version createdAt updatedAt } }`;

export async function stagesOf(client: GraphClient, serviceCentreId: string | null = null): Promise<Stage[]> {
  const { jobStages } = await client.ask<{ jobStages: Stage[] }>(
    'query ($id: ID) { jobStages(serviceCentreId: $id) { id key name archivedAt } }',
    { id: serviceCentreId },
  );
  return jobStages;
}

export async function stageOf(client: GraphClient, key: string): Promise<Stage> {
  return (await stagesOf(client)).find((stage) => stage.key === key)!;
}

export const wanted = (...keys: string[]) =>
  keys.map((key) => ({ key, name: `Stage ${key}`, colour: '#aabbcc' }));

/** An image that is ready to be attached. */
export async function readyImage(client: GraphClient): Promise<string> {
  return (await upload(client, 'image/png', await picture(40, 30))).id;
}

export interface Receipt {
  jobCardId: string;
  number: string;
  trackingCode: string;
  uploadToken: string;
  uploadUntil: string;
}

export const ANNOUNCE = `mutation ($input: PreCheckInInput!) { preCheckIn(input: $input) {
  jobCardId number trackingCode uploadToken uploadUntil } }`;

let plates = 0;

export const announcement = (shop: Shop, more: Record<string, unknown> = {}): Record<string, unknown> => {
  plates += 1;
  return {
    organisation: shop.slug,
    serviceCentre: 'FIRST',
    firstName: 'Rosa',
    lastName: 'Neri',
    phone: '333 765 4321',
    plate: `PC ${String(plates).padStart(3, '0')} ${randomUUID().slice(0, 4)}`,
    make: 'Fiat',
    model: 'Panda',
    damage: 'A dent in the left door.',
    idempotencyKey: randomUUID(),
    ...more,
  };
};

export const send = (
  client: GraphClient,
  input: Record<string, unknown>,
): Promise<GraphAnswer<{ preCheckIn: Receipt }>> => client.send(ANNOUNCE, { input });

/** From an address of its own each time. */
export async function announce(
  graph: TestGraph,
  shop: Shop,
  more: Record<string, unknown> = {},
): Promise<Receipt> {
  const { preCheckIn } = await from(graph).ask<{ preCheckIn: Receipt }>(ANNOUNCE, {
    input: announcement(shop, more),
  });
  return preCheckIn;
}

/** Somebody who opened the link that a pre-check-in gave them. */
export async function holderOf(graph: TestGraph, token: string): Promise<GraphClient> {
  const { openLink } = await from(graph).ask<{ openLink: { accessToken: string } }>(
    'mutation ($token: String!) { openLink(token: $token) { accessToken } }',
    { token },
  );
  return graph.withToken(openLink.accessToken);
}

export interface Tracked {
  number: string;
  serviceCentre: string | null;
  firstName: string | null;
  make: string | null;
  model: string | null;
  plate: string | null;
  status: string;
  stage: string | null;
  stageColour: string | null;
  receivedAt: string;
  promisedAt: string | null;
  history: { at: string; status: string | null; stage: string | null }[];
  photos: {
    caption: string | null;
    phase: string;
    addedAt: string;
    url: string;
    thumbnailUrl: string | null;
  }[];
}

export const TRACK = `query ($organisation: String, $code: String!, $secondFactor: String!) {
  trackRepair(organisation: $organisation, code: $code, secondFactor: $secondFactor) {
    number serviceCentre firstName make model plate status stage stageColour receivedAt promisedAt
    history { at status stage } photos { caption phase addedAt url thumbnailUrl } } }`;

export const track = (
  client: GraphClient,
  organisation: string,
  code: string,
  secondFactor: string,
): Promise<GraphAnswer<{ trackRepair: Tracked }>> => client.send(TRACK, { organisation, code, secondFactor });

export async function trackingCodeOf(client: GraphClient, id: string): Promise<string> {
  const { jobCard } = await client.ask<{ jobCard: { trackingCode: string } }>(
    'query ($id: ID!) { jobCard(id: $id) { trackingCode } }',
    { id },
  );
  return jobCard.trackingCode;
}

/** Everything that a body shop's commands write: a refusal leaves it as it was. */
export async function bodyshopKept(graph: TestGraph, shop: Shop): Promise<unknown> {
  await untilIdle(graph, shop.id);
  const tables = [
    'workshop.job_card',
    'workshop.job_stage',
    'workshop.job_card_stage_change',
    'workshop.photo',
  ]
    .concat(['workshop.pre_check_in', 'customer.customer', 'vehicle.vehicle', 'platform.link'])
    .map(
      (table) => `(select json_agg(t order by id) from ${table} t where organisation_id = $1) as "${table}"`,
    );
  const [row] = await graph.sql(
    `select ${tables.join(', ')}, (select count(*)::int from platform.event where organisation_id = $1
       and subject_type not in ('File', 'Notification')) as events`,
    [shop.id],
  );
  return row;
}
