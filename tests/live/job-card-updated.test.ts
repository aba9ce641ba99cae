import { openWorkshop, takeOn, type Workshop } from '../api/jobs.fixtures';
import { useGraph } from '../harness/graph';
import { type LiveSocket, openSocket } from '../harness/live';
import type { Member } from '../harness/shop';
import { cursorOf } from './live.fixtures';

const graph = useGraph();
let workshop: Workshop;
let advisor: Member;
const sockets: LiveSocket[] = [];

beforeAll(async () => {
  workshop = await openWorkshop(graph);
  advisor = await workshop.shop.staff('ADVISOR');
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) await socket.close();
});

const socketOf = (member: Member): LiveSocket => {
  const socket = openSocket(graph.url, { token: member.client.token });
  sockets.push(socket);
  return socket;
};

const UPDATED = `subscription ($after: String, $filter: JobCardUpdateFilter) {
  jobCardUpdated(after: $after, filter: $filter) { cursor type occurredAt
    jobCard { id status vehicle { plate owner { lastName } } technician { displayName } } } }`;

interface Update {
  jobCardUpdated: {
    cursor: string;
    type: string;
    occurredAt: string;
    jobCard: {
      id: string;
      status: string;
      vehicle: { plate: string | null; owner: { lastName: string } | null };
      technician: { displayName: string } | null;
    };
  };
}

test('a subscription selects what the whole graph knows, for each event', async () => {
  const after = await cursorOf(advisor);
  const heard = socketOf(advisor).hear<Update>(UPDATED, { after });
  const id = await takeOn(workshop);
  const updates = [await heard.next(), await heard.next(), await heard.next()].map(
    ({ data }) => data.jobCardUpdated,
  );
  expect(updates.map(({ type }) => type)).toEqual(['CREATED', 'ASSIGNED', 'STARTED']);
  expect(updates[2]!.jobCard.id).toBe(id);
  expect(updates[2]!.jobCard.status).toBe('IN_PROGRESS');
  expect(updates[2]!.jobCard.vehicle.owner!.lastName).toBe('Verdi');
});
