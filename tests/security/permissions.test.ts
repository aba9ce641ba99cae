import { stripeServer } from '../api/stripe-server.fixtures';
import { useGraph } from '../harness/graph';
import { type Caller } from './callers.fixtures';
import { apiSchema, rootFields } from './generated-operations.fixtures';
import { type Grant, MATRIX, ROLES, rowOf } from './matrix';
import { PUBLIC_LIVE } from './matrix-live';
import { fieldOf, type Operation } from './operation.fixtures';
import { COMMANDS, QUERIES } from './operations.fixtures';
import { PUBLIC } from './public-fields';
import { SUBSCRIPTIONS } from './subscriptions.fixtures';
import { inTurns } from './traces.fixtures';
import { PLACES, type Place, REACH, World } from './world.fixtures';

/**
 * Each role on each root field, with records of its own, of its service centre, of another and of another
 * organisation: what the matrix allows works; what it does not returns nothing, changes nothing and sends nothing.
 */
const { environment } = stripeServer();
const graph = useGraph({ environment });
const world = new World(graph);
beforeAll(() => world.build());

const schema = apiSchema();

test('every root field of the graph is in the matrix or public, and tried', () => {
  const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap(
    (type) => rootFields(type).map(({ name }) => name),
  );
  expect([...MATRIX.map(({ field }) => field), ...PUBLIC, ...PUBLIC_LIVE].sort()).toEqual(fields.sort());
  const tried = new Set([
    ...[...QUERIES, ...COMMANDS].map(fieldOf),
    ...SUBSCRIPTIONS.map(({ field }) => field),
  ]);
  expect(MATRIX.filter(({ field }) => !tried.has(field))).toEqual([]);
});

interface Try {
  role: string;
  place: Place;
  caller: Caller;
  grant: Grant;
  allowed: boolean;
}

/** Who tries the operation where, and whether they may. */
function tries(operation: Operation): Try[] {
  const { kind, atMost = 'A', except = [] } = operation;
  return ROLES.flatMap((role) => {
    const caller = world.caller(role);
    const grant = rowOf(fieldOf(operation)).grants.get(role)!;
    const places = PLACES.filter((place) => !except.includes(place) && world.stands(kind, place, caller));
    return places.map((place) => {
      const inReach = kind === 'nothing' || (REACH[grant].includes(place) && REACH[atMost].includes(place));
      return { role, place, caller, grant, allowed: grant !== '-' && inReach };
    });
  });
}

type Answered = Record<string, unknown> | null;

interface PageInfo {
  hasNextPage: boolean;
  endCursor: string;
}

const pageOf = (operation: Operation, data: Answered | undefined): PageInfo | undefined =>
  (data?.[fieldOf(operation)] as { pageInfo: PageInfo } | null | undefined)?.pageInfo;

async function come(operation: Operation, { caller, place }: Pick<Try, 'caller' | 'place'>, id: string) {
  const { query, variables } = await operation.ask({ id, place, caller, world });
  let { data, errors, code } = await caller.client.send<Answered>(query, variables);
  // More may have been made since than goes on a page.
  while (operation.pages && !JSON.stringify(data).includes(id) && pageOf(operation, data)?.hasNextPage) {
    const after = pageOf(operation, data)!.endCursor;
    ({ data, errors, code } = await caller.client.send<Answered>(query, { ...variables, after }));
  }
  const value = data?.[fieldOf(operation)];
  const given =
    value === null || value === undefined || (Array.isArray(value) && !value.length) ? null : value;
  return { code, needs: errors[0]?.extensions.permission, given };
}

type Came = Awaited<ReturnType<typeof come>>;

/** A list is answered to whoever may read any of it: what counts is what is in it. */
const has = (operation: Operation, { given }: Came, id: string): boolean => {
  const text = JSON.stringify(given);
  const isList = Array.isArray(given) || text.startsWith('{"nodes"');
  return isList && operation.kind !== 'nothing' ? text.includes(id) : given !== null;
};

/** The refusal that the role’s grant asks for. */
function isRefusal(
  operation: Operation,
  { role, grant }: Try,
  { code, needs, given }: Came,
  id: string,
): boolean {
  const row = rowOf(fieldOf(operation));
  if (grant === '-') {
    if (row.needs === 'sign-in') return code === 'UNAUTHENTICATED' && given === null && role === 'LINK';
    return code === 'FORBIDDEN' && needs === row.needs && given === null;
  }
  if (code === undefined) return !has(operation, { code, needs, given }, id);
  return (
    given === null && ['FORBIDDEN', 'NOT_FOUND', operation.byReference ? 'BAD_INPUT' : ''].includes(code)
  );
}

const named = (operations: readonly Operation[]) => operations.map((each) => [each.name, each] as const);

async function refuses(operation: Operation): Promise<void> {
  const refused = tries(operation).filter(({ allowed }) => !allowed);
  const stand = await world.fingerprint();
  const wrong = await inTurns(refused, async (each) => {
    const id = world.stands(operation.kind, each.place, each.caller)!;
    const came = await come(operation, each, id);
    return isRefusal(operation, each, came, id) ? [] : [{ role: each.role, place: each.place, ...came }];
  });
  expect(wrong.flat()).toEqual([]);
  expect(await world.fingerprint()).toEqual(stand);
}

async function refusesNobody(operation: Operation): Promise<void> {
  const nobody = { ...world.caller('ADMIN'), role: 'ANONYMOUS', client: graph.anonymous() };
  const stand = await world.fingerprint();
  for (const place of PLACES.slice(1)) {
    const id = world.stands(operation.kind, place, nobody);
    if (!id) continue;
    const { code, given } = await come(operation, { caller: nobody, place }, id);
    expect([place, code, given]).toEqual([place, 'UNAUTHENTICATED', null]);
  }
  expect(await world.fingerprint()).toEqual(stand);
}

describe('queries', () => {
  describe.each(named(QUERIES))('%s', (_, operation) => {
    test('answers those who may ask', async () => {
      const allowed = tries(operation).filter((each) => each.allowed);
      expect(allowed.length).toBeGreaterThan(0);
      const wrong = await inTurns(allowed, async (each) => {
        const id = world.stands(operation.kind, each.place, each.caller)!;
        const came = await come(operation, each, id);
        const right = came.code === undefined && has(operation, came, id);
        return right ? [] : [{ role: each.role, place: each.place, ...came }];
      });
      expect(wrong.flat()).toEqual([]);
    });

    test('gives nothing to those who may not', () => refuses(operation));
    test('gives nothing to who is not signed in', () => refusesNobody(operation));
  });
});

describe('commands', () => {
  describe.each(named(COMMANDS))('%s', (_, operation) => {
    test('is refused to those who may not', () => refuses(operation));
    test('is refused to who is not signed in', () => refusesNobody(operation));
  });
});

describe('commands, after all refusals,', () => {
  test.each(named(COMMANDS))('%s works for those who may', async (_, operation) => {
    const allowed = tries(operation).filter((each) => each.allowed);
    expect(allowed.length).toBeGreaterThan(0);
    const wrong = [];
    for (const each of allowed) {
      const id = await world.make(operation.kind, each.place, each.caller);
      const came = await come(operation, each, id!);
      if (came.code || came.given === null) wrong.push({ role: each.role, place: each.place, ...came });
    }
    expect(wrong).toEqual([]);
  });
});
