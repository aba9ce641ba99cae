import { cursorAt, positionOf } from '../../shared/live/cursor';
import type { TestGraph } from '../harness/graph';
import { type Heard, type LiveSocket, openSocket, type SocketOptions } from '../harness/live';
import type { Member } from '../harness/shop';

/** Where the log stands: a subscription behind it misses nothing of what the test does next. */
export async function cursorOf({ client }: Pick<Member, 'client'>): Promise<string> {
  return (await client.ask<{ liveCursor: string }>('{ liveCursor }')).liveCursor;
}

/** Sockets of a test file, closed after each test. */
export function useSockets(graph: TestGraph) {
  const open: LiveSocket[] = [];
  afterEach(async () => {
    for (const socket of open.splice(0)) await socket.close();
  });
  return {
    as: (member: Pick<Member, 'client'> | null, options: SocketOptions = {}): LiveSocket => {
      const socket = openSocket(graph.url, { token: member?.client.token ?? null, ...options });
      open.push(socket);
      return socket;
    },
  };
}

export const UPDATED = `subscription ($after: String, $filter: JobCardUpdateFilter) {
  jobCardUpdated(after: $after, filter: $filter) { cursor type jobCard { id } } }`;

export interface Updated {
  jobCardUpdated: { cursor: string; type: string; jobCard: { id: string } };
}

/** What a subscriber is told of, in order: so many updates. */
export async function take(heard: Heard<Updated>, many: number): Promise<Updated['jobCardUpdated'][]> {
  const taken: Updated['jobCardUpdated'][] = [];
  while (taken.length < many) taken.push((await heard.next()).data.jobCardUpdated);
  return taken;
}

/** The same of any subscription: whole payloads, in which nothing is missing. */
export async function payloads<T>(heard: Heard<T>, many: number): Promise<T[]> {
  const taken: T[] = [];
  while (taken.length < many) {
    const { data, errors } = await heard.next();
    expect(errors ?? []).toEqual([]);
    taken.push(data);
  }
  return taken;
}

/** The cursor of the last that happened in the organisation of that shop, or to this record of it. */
export async function lastCursor(
  graph: TestGraph,
  shop: { id: string },
  subjectId: string | null = null,
): Promise<string> {
  const [last] = await graph.sql<{ position: string }>(
    `select max(position) as position from platform.event
     where organisation_id = $1 and ($2::uuid is null or subject_id = $2)`,
    [shop.id, subjectId],
  );
  return cursorAt(Number(last!.position));
}

/** The code with which a subscription ends. */
export const codeOf = async (heard: Heard<unknown>): Promise<unknown> =>
  (await heard.ended)?.[0]?.extensions.code;

/** When the log says that it happened what a payload with this cursor tells of, in the organisation of that shop. */
export async function happenedAt(graph: TestGraph, shop: { id: string }, cursor: string): Promise<string> {
  const [event] = await graph.sql<{ occurred_at: Date }>(
    'select occurred_at from platform.event where organisation_id = $1 and position = $2',
    [shop.id, positionOf(cursor)],
  );
  return event!.occurred_at.toISOString();
}
