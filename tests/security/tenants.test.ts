import type { GraphAnswer, GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import {
  apiSchema,
  argumentsOf,
  idSlots,
  isPaged,
  operationOf,
  type RootField,
  rootFields,
  searchSlots,
} from './generated-operations.fixtures';
import { Stored } from './stored.fixtures';
import { chunksOf, inTurns, traces } from './traces.fixtures';
import { type FilledShop, openFilledShop } from './two-shops.fixtures';

/**
 * Two organisations with the same data. What one’s administrator, who may do everything there, gets of the other
 * is nothing: not a record, not an id, not a name.
 */
const graph = useGraph();
const stored = new Stored(graph);
let theirs: FilledShop;
let ours: FilledShop;
let theirIds: Set<string>;
let leaked: (text: string) => string[];

beforeAll(async () => {
  theirs = await openFilledShop(graph, stored);
  ours = await openFilledShop(graph, stored);
  theirIds = await stored.ids(theirs.id);
  leaked = traces(theirIds, theirs.marker);
}, 60_000);

const all = rootFields(apiSchema().getQueryType());
const byId = all.filter((field) => 'id' in argumentsOf(field, {}));
const others = all.filter((field) => !byId.includes(field));
const names = (fields: RootField[]) => fields.map((field) => [field.name, field] as const);

/** The same for every organisation: it is the program’s own. */
const OF_NO_ORGANISATION = new Set(['permissions']);

const ROOT_FIELDS_AT_ONCE = 20;
const textOf = ({ data, errors, extensions }: GraphAnswer<unknown>): string =>
  JSON.stringify({ data, errors, extensions });

type Answers = GraphAnswer<Record<string, unknown>>;

/** Asks the field once with each value at this place of its arguments. */
function askWithEach(
  client: GraphClient,
  field: RootField,
  place: string,
  values: Iterable<string>,
  depth: number,
) {
  const asked = [...values].map((value) => ({ [place]: value }));
  return inTurns(chunksOf(asked, ROOT_FIELDS_AT_ONCE), (some) => {
    const { query, variables } = operationOf('query', field, depth, some);
    return client.send<Record<string, unknown>>(query, variables);
  });
}

interface Page {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** All that a field answers with, over as many pages as there are. */
async function everything(client: GraphClient, field: RootField): Promise<string> {
  const paged = isPaged(field);
  let after: string | null = null;
  let text = '';
  do {
    const { query, variables } = operationOf('query', field, 3, [paged ? { first: 30, after } : {}]);
    const answer: Answers = await client.send(query, variables);
    expect([field.name, answer.errors]).toEqual([field.name, []]);
    text += textOf(answer);
    const page = paged ? (answer.data.a0 as Page).pageInfo : null;
    after = page?.hasNextPage ? page.endCursor : null;
  } while (after);
  return text;
}

const leakedIn = (answers: Answers[]): string[] => answers.flatMap((answer) => leaked(textOf(answer)));

test('every table that organisations have rows in has rows of both', async () => {
  for (const { id } of [ours, theirs]) {
    const empty = [...(await stored.rowCounts(id))].filter(([, rows]) => rows === 0);
    expect(empty.map(([table]) => table)).toEqual([]);
  }
});

describe.each(names(byId))('%s', (_, field) => {
  test('is null for every id of the other organisation', async () => {
    expect(theirIds.size).toBeGreaterThan(100);
    const answers = await askWithEach(ours.admin.client, field, 'id', theirIds, 2);
    expect(answers.flatMap(({ data }) => Object.values(data)).filter(Boolean)).toEqual([]);
    expect(
      answers.flatMap(({ errors }) => errors).filter(({ extensions }) => extensions.code !== 'NOT_FOUND'),
    ).toEqual([]);
    expect(leakedIn(answers)).toEqual([]);
  });

  test('shows its own to the organisation itself', async () => {
    const answers = await askWithEach(theirs.admin.client, field, 'id', theirIds, 2);
    const records = answers.flatMap(({ data }) => Object.values(data)).filter(Boolean);
    expect(records.length).toBeGreaterThan(0);
    expect(records.filter((record) => !JSON.stringify(record).includes(theirs.marker))).toEqual([]);
  });
});

describe.each(names(others))('%s', (name, field) => {
  test('has nothing of the other organisation', async () => {
    expect(leaked(await everything(ours.admin.client, field))).toEqual([]);
  });

  if (!OF_NO_ORGANISATION.has(name))
    test('shows its own to the organisation itself', async () => {
      expect(leaked(await everything(theirs.admin.client, field))).toContain(theirs.marker);
    });
});

const filtered = others.flatMap((field) =>
  [...idSlots(field), ...searchSlots(field)].map(
    (slot) => [`${field.name} by ${slot}`, field, slot] as const,
  ),
);

test.each(filtered)('%s finds nothing of the other organisation', async (_, field, place) => {
  const isSearch = place.endsWith('search');
  const answers = await askWithEach(
    ours.admin.client,
    field,
    place,
    isSearch ? [theirs.marker] : theirIds,
    1,
  );
  const allowed = isSearch ? ['BAD_INPUT'] : [];
  expect(answers.flatMap(({ code }) => code ?? []).filter((code) => !allowed.includes(code))).toEqual([]);
  expect(leakedIn(answers)).toEqual([]);
});
