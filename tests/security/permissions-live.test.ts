import { cursorAt } from '../../shared/live/cursor';
import { useGraph } from '../harness/graph';
import { cursorOf, payloads, useSockets } from '../live/live.fixtures';
import type { Caller } from './callers.fixtures';
import { apiSchema, rootFields } from './generated-operations.fixtures';
import { ROLES, rowOf } from './matrix';
import { PUBLIC_LIVE } from './matrix-live';
import { emitAbout, SUBSCRIPTIONS, type Subscription } from './subscriptions.fixtures';
import { PLACES, type Place, REACH, World } from './world.fixtures';

/**
 * Each role on each subscription: events about records of its own, of its service centre, of another and of another
 * organisation, of which it is told those that the matrix allows, and no others.
 */
const graph = useGraph();
const sockets = useSockets(graph);
const world = new World(graph, [...new Set(SUBSCRIPTIONS.map(({ kind }) => kind))]);
beforeAll(() => world.build());

test('every subscription of the graph is tried', () => {
  const fields = rootFields(apiSchema().getSubscriptionType()).map(({ name }) => name);
  expect([...SUBSCRIPTIONS.map(({ field }) => field), ...PUBLIC_LIVE].sort()).toEqual(fields.sort());
});

type Told = Record<string, { cursor: string }>;

const hear = (who: Pick<Caller, 'client'> | null, { field }: Subscription, after: string) =>
  sockets
    .as(who)
    .hear<Told>(`subscription ($after: String) { ${field}(after: $after) { cursor } }`, { after });

async function refusal(who: Pick<Caller, 'client'> | null, subscription: Subscription) {
  const ended = await hear(who, subscription, await cursorOf(world.here.admin)).ended;
  const { code, permission } = ended![0]!.extensions;
  return permission ? `${code} ${permission}` : code;
}

const isIn = ({ field }: Subscription, { role }: Caller, place: Place): boolean =>
  REACH[rowOf(field).grants.get(role)!].includes(place);

/** Events about all there is, those that the caller must not hear of where they would be noticed. */
async function happen(subscription: Subscription, caller: Caller): Promise<string[]> {
  const { kind, figures } = subscription;
  const last = (place: Place) => Number(isIn(subscription, caller, place) !== Boolean(figures));
  const heard: string[] = [];
  for (const place of PLACES.toSorted((one, other) => last(one) - last(other))) {
    const id = world.stands(kind, place, caller);
    if (!id) continue;
    if (place === 'otherOrganisation') {
      await emitAbout(world, subscription, { place, id, log: world.there });
      // A record of theirs in our own log is not seen either; figures have none.
      if (figures) continue;
    }
    const position = await emitAbout(world, subscription, { place, id, log: world.here });
    if (isIn(subscription, caller, place)) heard.push(cursorAt(position));
  }
  return figures ? heard.slice(-1) : heard;
}

describe.each(SUBSCRIPTIONS.map((each) => [each.field, each] as const))('%s', (field, subscription) => {
  const row = rowOf(field);
  const may = ROLES.filter((role) => row.grants.get(role) !== '-');

  test.each(may)('tells %s of what is theirs to see', async (role) => {
    const caller = world.caller(role);
    const after = await cursorOf(world.here.admin);
    const expected = await happen(subscription, caller);
    expect(expected.length).toBeGreaterThan(0);
    const told = await payloads(hear(caller, subscription, after), expected.length);
    expect(told.map((each) => each[field]!.cursor)).toEqual(expected);
  });

  test('is refused to those who may not', async () => {
    const wanted = row.needs === 'sign-in' ? 'UNAUTHENTICATED' : `FORBIDDEN ${row.needs}`;
    for (const role of ROLES.filter((each) => !may.includes(each)))
      expect([role, await refusal(world.caller(role), subscription)]).toEqual([role, wanted]);
  });

  test('is refused to who is not signed in', async () => {
    expect(await refusal(null, subscription)).toBe('UNAUTHENTICATED');
  });
});
