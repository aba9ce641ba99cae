import { newId } from '../../shared/ids';
import { stripeServer } from '../api/stripe-server.fixtures';
import { useGraph } from '../harness/graph';
import { NOT_WITH_OTHERS } from './filled-scheduling.fixtures';
import { apiSchema, idSlots, operationOf, type RootField, rootFields } from './generated-operations.fixtures';
import { valuesFor, valuesFrom } from './mutation-values.fixtures';
import { Stored } from './stored.fixtures';
import { inTurns, traces } from './traces.fixtures';
import { type FilledShop, openFilledShop } from './two-shops.fixtures';

/**
 * Every command that takes an id, given by an administrator the ids of another organisation: refused in the same
 * words as an id that does not exist, and nothing is changed or sent anywhere.
 */
const { environment } = stripeServer();
const graph = useGraph({ environment });
const stored = new Stored(graph);
let theirs: FilledShop;
let ours: FilledShop;
/** By table, the last made first. */
let theirRecords: Map<string, string[]>;
let ourRecords: Map<string, string[]>;
let leaked: (text: string) => string[];

beforeAll(async () => {
  theirs = await openFilledShop(graph, stored);
  ours = await openFilledShop(graph, stored);
  theirRecords = await stored.records(theirs.id);
  ourRecords = await stored.records(ours.id);
  leaked = traces(await stored.ids(theirs.id), theirs.marker);
});

const commands = rootFields(apiSchema().getMutationType()).flatMap((field) => {
  const places = idSlots(field).filter((place) => !NOT_WITH_OTHERS[field.name]?.includes(place));
  return places.length ? [[field.name, field, places] as const] : [];
});
/** Commands that end something come last: the others still find it. */
const ENDS = /^(archive|restore|cancel|remove|revoke|delete)/;
const turn = (name: string): number => (name.startsWith('erase') ? 2 : Number(ENDS.test(name)));
const inOrder = [...commands].sort(([a], [b]) => turn(a) - turn(b));

/** The last one made may be spoiled for it by a command before. */
const TRIES = 4;
const REFUSALS = ['NOT_FOUND', 'BAD_INPUT', 'FORBIDDEN'];

/** What a command comes to, without what differs from request to request. */
async function outcome(field: RootField, values: Record<string, unknown>) {
  const { query, variables } = operationOf('mutation', field, 1, [
    { ...valuesFor(field.name, ours), ...values },
  ]);
  const answer = await ours.admin.client.send(query, variables);
  expect(leaked(JSON.stringify({ data: answer.data, errors: answer.errors }))).toEqual([]);
  return { code: answer.code ?? 'DONE', message: answer.errors[0]?.message ?? '' };
}

const bothShops = async () => ({
  theirs: await stored.fingerprint(theirs.id),
  ours: await stored.fingerprint(ours.id, { journals: false }),
});

describe.each(commands)('%s', (name, field, places) => {
  test.each(places)('refuses every id of the other organisation as %s', async (place) => {
    const stand = await bothShops();
    const rest = valuesFrom(ourRecords, name, places);
    const unknown = await outcome(field, { ...rest, [place]: newId() });
    expect(REFUSALS).toContain(unknown.code);
    const oneOfEach = [...theirRecords].flatMap(([table, ids]) =>
      ids.slice(0, 1).map((id) => [table, id] as const),
    );
    const outcomes = await inTurns(oneOfEach, async ([table, id]) => ({
      table,
      ...(await outcome(field, { ...rest, [place]: id })),
    }));
    expect(outcomes).toEqual(outcomes.map(({ table }) => ({ table, ...unknown })));
    expect(await bothShops()).toEqual(stand);
  });

  if (places.length > 1)
    test('refuses the ids of the other organisation in all places', async () => {
      const stand = await bothShops();
      const all = valuesFrom(theirRecords, name, places);
      expect(REFUSALS).toContain((await outcome(field, all)).code);
      expect(await bothShops()).toEqual(stand);
    });
});

test('looking up exactly what only the other organisation knows finds nothing', async () => {
  const stand = await bothShops();
  const { email, phone, plate, vin } = theirs.known;
  for (const input of [{ email }, { phone }]) {
    const asked = 'mutation ($input: FindCustomerInput!) { findCustomer(input: $input) { id } }';
    const own = { input: 'email' in input ? { email: ours.known.email } : { phone: ours.known.phone } };
    expect((await ours.admin.client.ask<{ findCustomer: object[] }>(asked, { input })).findCustomer).toEqual(
      [],
    );
    expect((await ours.admin.client.ask<{ findCustomer: object[] }>(asked, own)).findCustomer).toHaveLength(
      1,
    );
  }
  for (const input of [{ vin }, { plate: { number: plate, country: 'IT' } }]) {
    const asked = 'mutation ($input: FindVehicleInput!) { findVehicle(input: $input) { id } }';
    expect(await ours.admin.client.ask(asked, { input })).toEqual({ findVehicle: null });
  }
  expect((await bothShops()).theirs).toEqual(stand.theirs);
});

/** Otherwise the refusals above could be about something else in what was sent. */
describe('with ids of one’s own', () => {
  test.each(inOrder)('%s is done', async (name, field, places) => {
    const records = await stored.records(ours.id);
    const tried: object[] = [];
    for (let nth = 0; nth < TRIES; nth += 1) {
      const came = await outcome(field, { ...valuesFrom(records, name, places, nth), ...ours.fitting[name] });
      if (came.code === 'DONE') return;
      tried.push(came);
    }
    expect(tried).toContain('DONE');
  });
});
