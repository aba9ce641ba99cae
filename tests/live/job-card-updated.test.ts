import { arrive, assign, openCard } from '../api/job-cards.fixtures';
import { openWorkshop, takeOn, type Workshop } from '../api/jobs.fixtures';
import { useGraph } from '../harness/graph';
import type { Member } from '../harness/shop';
import { cursorOf, happenedAt, take, UPDATED, type Updated, useSockets } from './live.fixtures';

const graph = useGraph();
const sockets = useSockets(graph);
let workshop: Workshop;
let advisor: Member;

beforeAll(async () => {
  workshop = await openWorkshop(graph);
  advisor = await workshop.shop.staff('ADVISOR');
});

const WHOLE = `subscription ($after: String) { jobCardUpdated(after: $after) { cursor type occurredAt
  jobCard { id status vehicle { id plate owner { lastName } } technician { displayName } } } }`;

interface Whole {
  jobCardUpdated: {
    cursor: string;
    type: string;
    occurredAt: string;
    jobCard: {
      id: string;
      status: string;
      vehicle: { id: string; plate: string | null; owner: { lastName: string } | null };
      technician: { displayName: string } | null;
    };
  };
}

test('it selects what the whole graph knows, for each event', async () => {
  const after = await cursorOf(advisor);
  const heard = sockets.as(advisor).hear<Whole>(WHOLE, { after });
  const id = await takeOn(workshop);
  const told = [await heard.next(), await heard.next(), await heard.next()].map(
    ({ data }) => data.jobCardUpdated,
  );
  expect(told.map(({ type }) => type)).toEqual(['CREATED', 'ASSIGNED', 'STARTED']);
  const { cursor, occurredAt, jobCard } = told[2]!;
  expect(jobCard.id).toBe(id);
  expect(jobCard.status).toBe('IN_PROGRESS');
  expect(jobCard.vehicle.id).toBe(workshop.visit.vehicleId);
  expect(jobCard.vehicle.owner!.lastName).toBe('Verdi');
  expect(jobCard.technician!.displayName).toBe('TECHNICIAN Tester');
  expect(occurredAt).toBe(await happenedAt(graph, workshop.shop, cursor));
  expect(cursor).not.toBe(told[1]!.cursor);
});

test('without a cursor it begins where the log stands', async () => {
  await takeOn(workshop);
  const heard = sockets.as(advisor).hear<Updated>(UPDATED);
  const made: string[] = [];
  // Nobody is told when a subscription stands: something happens until it does.
  while (heard.waiting.length === 0) made.push((await openCard(advisor.client, workshop.visit.vehicleId)).id);
  const [first] = await take(heard, 1);
  expect(first!.type).toBe('CREATED');
  expect(made).toContain(first!.jobCard.id);
});

test('it tells of what it was asked for: the kind, the card, the technician', async () => {
  const other = await workshop.shop.staff('TECHNICIAN');
  const after = await cursorOf(advisor);
  const first = await takeOn(workshop);
  const second = await takeOn(workshop, { started: false });
  await assign(workshop.manager.client, second, other);
  const socket = sockets.as(advisor);
  const hear = (filter: Record<string, unknown>) => socket.hear<Updated>(UPDATED, { after, filter });
  const kinds = await take(hear({ types: ['ASSIGNED', 'STARTED'] }), 4);
  expect(kinds.map(({ type, jobCard }) => [type, jobCard.id])).toEqual([
    ['ASSIGNED', first],
    ['STARTED', first],
    ['ASSIGNED', second],
    ['ASSIGNED', second],
  ]);
  const ofCard = await take(hear({ jobCardId: second }), 3);
  expect(ofCard.map(({ type }) => type)).toEqual(['CREATED', 'ASSIGNED', 'ASSIGNED']);
  // The card went from the one to the other: the last assignment is told to both.
  const [lost] = await take(hear({ technicianId: workshop.technician.id, jobCardId: second }), 1);
  const [won] = await take(hear({ technicianId: other.id, types: ['ASSIGNED'] }), 1);
  expect([lost!.type, won!.jobCard.id]).toEqual(['ASSIGNED', second]);
  const vehicles = await take(hear({ vehicleId: workshop.visit.vehicleId, types: ['STARTED'] }), 1);
  expect(vehicles[0]!.jobCard.id).toBe(first);
});

test('nobody hears of what they may not see', async () => {
  const elsewhere = await workshop.shop.staff('ADVISOR', { centres: [workshop.shop.centres[1]!] });
  const stranger = await (await graph.shop()).staff('ADVISOR');
  const idle = await workshop.shop.staff('TECHNICIAN');
  const [there, foreign, here] = [await cursorOf(elsewhere), await cursorOf(stranger), await cursorOf(idle)];
  const heard = [
    sockets.as(elsewhere).hear<Updated>(UPDATED, { after: there }),
    sockets.as(stranger).hear<Updated>(UPDATED, { after: foreign }),
    sockets.as(idle).hear<Updated>(UPDATED, { after: here }),
  ];
  const secret = await takeOn(workshop);
  await assign(workshop.manager.client, secret, workshop.technician);
  const ownOf = async ({ client }: Member, serviceCentreId?: string) => {
    const { vehicleId } = await arrive(client, serviceCentreId);
    return (await openCard(client, vehicleId, serviceCentreId ? { serviceCentreId } : {})).id;
  };
  const own = [
    await ownOf(elsewhere, workshop.shop.centres[1]!),
    await ownOf(stranger),
    await takeOn({ ...workshop, technician: idle }),
  ];
  // What is theirs comes, and what was not theirs did not come before it.
  for (const [n, each] of heard.entries()) expect((await take(each, 1))[0]!.jobCard.id).toBe(own[n]);
});
