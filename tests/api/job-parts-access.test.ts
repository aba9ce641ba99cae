import { ANONYMOUS, type Identity, type Reach } from '../../shared/access/identity';
import { useGraph } from '../harness/graph';
import type { Member } from '../harness/shop';
import { FACTS } from '../harness/subgraphs';
import { openSubgraphsOn, type SubgraphsOn } from '../security/subgraphs-on.fixtures';
import { accountOf } from './customers.fixtures';
import { assign } from './job-cards.fixtures';
import {
  keptAboutParts,
  openJob,
  openPartsShop,
  type PartsShop,
  partsOf,
  run,
  send,
  untilQuiet,
  type Verb,
} from './job-parts.fixtures';
import { stocked } from './stock.fixtures';

const graph = useGraph();
let place: PartsShop;
let technician: Member;
let partId: string;
/** Of the technician, and of a colleague. */
let own: string;
let colleagues: string;
let customer: Member;

beforeAll(async () => {
  place = await openPartsShop(graph);
  ({ technician } = place);
  ({ partId } = await stocked(place.manager.client, place.store, '900'));
  own = await openJob(place, technician);
  colleagues = await openJob(place, await place.shop.staff('TECHNICIAN'));
  for (const jobCardId of [own, colleagues]) await withParts(jobCardId);
  customer = await accountOf(graph, place.shop, place.visit.customerId);
});

/** Some issued, some reserved. */
async function withParts(jobCardId: string): Promise<string> {
  const { id } = await run(place.manager.client, 'request', jobCardId, { partId, quantity: '20' });
  await run(place.manager.client, 'issue', jobCardId, { id, quantity: '10' });
  return id;
}

const VERBS: Verb[] = ['request', 'issue', 'return', 'cancel'];

async function tried(member: Member, verb: Verb, jobCardId: string): Promise<string | undefined> {
  const [line] = (await partsOf(place.manager.client, jobCardId))!;
  const named = verb === 'request' ? { partId } : { id: line!.id };
  const { code } = await send(member.client, verb, { jobCardId, lines: [{ ...named, quantity: '1' }] });
  return code;
}

it.each(VERBS)('%s: technicians for their own jobs, managers for those of their centre', async (verb) => {
  expect(await tried(technician, verb, own)).toBeUndefined();
  expect(await tried(place.manager, verb, own)).toBeUndefined();
  expect(await tried(place.shop.admin, verb, own)).toBeUndefined();
  await untilQuiet(graph, place.shop);
  const before = await keptAboutParts(graph, place.shop);
  expect(await tried(technician, verb, colleagues)).toBe('NOT_FOUND');
  const [afar] = [await place.shop.staff('MANAGER', { centres: [place.shop.centres[1]!] })];
  expect(await tried(afar, verb, own)).toBe('NOT_FOUND');
  for (const role of ['ADVISOR', 'RECEPTIONIST', 'ACCOUNTANT'])
    expect(await tried(await place.shop.staff(role), verb, own)).toBe('FORBIDDEN');
  expect(await tried(customer, verb, own)).toBe('FORBIDDEN');
  expect(await tried((await graph.shop()).admin, verb, own)).toBe('NOT_FOUND');
  await untilQuiet(graph, place.shop);
  expect(await keptAboutParts(graph, place.shop)).toEqual(before);
});

it('a technician has the parts of a job from the moment it is theirs, and no longer than that', async () => {
  const other = await place.shop.staff('TECHNICIAN');
  const jobCardId = await openJob(place, technician);
  await withParts(jobCardId);
  expect(await partsOf(technician.client, jobCardId)).toHaveLength(1);
  await assign(place.manager.client, jobCardId, other);
  expect(await tried(technician, 'issue', jobCardId)).toBe('NOT_FOUND');
  expect(await partsOf(other.client, jobCardId)).toHaveLength(1);
  expect(await tried(other, 'issue', jobCardId)).toBeUndefined();
});

it('the staff of the centre see the parts of its jobs, technicians no cost; customers see none', async () => {
  const COST = 'issues { unitCost { amount } }';
  for (const role of ['ADVISOR', 'RECEPTIONIST', 'ACCOUNTANT', 'MANAGER']) {
    const [line] = (await partsOf<object>((await place.shop.staff(role)).client, own, COST))!;
    expect(line).toMatchObject({ issues: expect.arrayContaining([{ unitCost: { amount: '1.00' } }]) });
  }
  const answer = await technician.client.send<{ jobCard: { parts: object[] } }>(
    `query ($id: ID!) { jobCard(id: $id) { parts { ${COST} } } }`,
    { id: own },
  );
  expect(answer.errors[0]!.extensions).toMatchObject({ code: 'FORBIDDEN', permission: 'stock:cost' });
  expect(JSON.stringify(answer.data)).not.toContain('1.00');
  const refused = await customer.client.send<object>(
    'query ($id: ID!) { jobCard(id: $id) { id parts { id } partsAvailability { complete } } }',
    { id: own },
  );
  expect(refused.data).toEqual({ jobCard: { id: own, parts: null, partsAvailability: null } });
  expect(refused.errors.map(({ extensions }) => extensions.permission)).toEqual([
    'jobParts:read',
    'jobParts:read',
  ]);
});

it('a price is said by who may', async () => {
  const [{ id }] = (await partsOf(place.manager.client, own))! as [{ id: string }];
  const lines = [{ id, quantity: '1', unitPrice: { amount: '5.00', currency: 'EUR' } }];
  const refused = await send(technician.client, 'issue', { jobCardId: own, lines });
  expect(refused.errors[0]!.extensions).toMatchObject({ code: 'FORBIDDEN', permission: 'jobParts:price' });
  expect((await send(place.manager.client, 'issue', { jobCardId: own, lines })).code).toBeUndefined();
});

describe('asked for by the key of the job, past the gateway', () => {
  let subgraphs: SubgraphsOn;
  beforeAll(async () => {
    subgraphs = await openSubgraphsOn(graph.databaseUrl);
  });
  afterAll(() => subgraphs?.close());

  const identity = (reach: Reach, given: Partial<Identity> = {}): Identity => ({
    ...ANONYMOUS,
    kind: 'USER',
    organisationId: place.shop.id,
    actorId: technician.id,
    permissions: { 'jobParts:read': reach, 'jobs:read': 'all' },
    serviceCentreIds: [place.shop.centres[0]!],
    ...given,
  });

  async function seen(by: Identity): Promise<number[]> {
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
      ... on JobCard { parts { id } partsAvailability { reserved } } } }`;
    const keys = [own, colleagues].map((id) => ({ __typename: 'JobCard', id }));
    const { data, errors } = await subgraphs
      .of('inventory')
      .execute({ query, variables: { keys } }, by, FACTS);
    expect(errors).toBeUndefined();
    const cards = (data as { _entities: { parts: object[]; partsAvailability: { reserved: number } }[] })
      ._entities;
    for (const { parts, partsAvailability } of cards)
      expect(partsAvailability.reserved > 0).toBe(parts.length > 0);
    return cards.map(({ parts }) => parts.length);
  }

  it('they are those of one’s own jobs, of one’s centre, of one’s shop', async () => {
    const count = async (jobCardId: string) => (await partsOf(place.manager.client, jobCardId))!.length;
    const [mine, theirs] = [await count(own), await count(colleagues)];
    expect(await seen(identity('all'))).toEqual([mine, theirs]);
    expect(await seen(identity('own'))).toEqual([mine, 0]);
    expect(await seen(identity('all', { serviceCentreIds: [place.shop.centres[1]!] }))).toEqual([0, 0]);
    expect(await seen(identity('all', { organisationId: (await graph.shop()).id }))).toEqual([0, 0]);
    const bringer = { actorId: null, customerId: place.visit.customerId };
    expect(await seen(identity('own', bringer))).toEqual([mine, theirs]);
  });
});
