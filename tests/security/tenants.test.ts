import { getNamedType, isObjectType } from 'graphql';
import { RENDERED_FIELDS } from '../../gateway/limits/prices';
import type { GraphAnswer, GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { CENTRE_OF } from './filled-scheduling.fixtures';
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
import { valuesFor } from './mutation-values.fixtures';
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
/** By table, the last made first. */
let theirRecords: Map<string, string[]>;
let leaked: (text: string) => string[];

beforeAll(async () => {
  theirs = await openFilledShop(graph, stored);
  ours = await openFilledShop(graph, stored);
  theirRecords = await stored.records(theirs.id);
  leaked = traces(await stored.ids(theirs.id), theirs.marker);
});

/** Of each table so many ids: a field that finds one record of another organisation finds the next as well. */
const someOfEach = (most: number): string[] =>
  [...theirRecords.values()].flatMap((ids) => ids.slice(0, most));
const BY_ID = 3;
const BY_FILTER = 1;

const all = rootFields(apiSchema().getQueryType());
const byId = all.filter((field) => 'id' in argumentsOf(field, {}));
const others = all.filter((field) => !byId.includes(field));
const names = (fields: RootField[]) => fields.map((field) => [field.name, field] as const);

/** The same for every organisation: it is the program’s own. */
const OF_NO_ORGANISATION = new Set(['permissions', 'notificationPreferences', 'decodeVin', 'reportDatasets']);
/** Nothing in them but numbers: whose they are, the tests of the feature tell. */
const FIGURES = new Set([
  'complaintAnalytics',
  'unreadNotificationCount',
  'liveCursor',
  'analytics',
  'invoiceSummary',
  'profitAndLoss',
  'runReport',
  'salesReport',
  'systemHealth',
]);
/** They say so when there is no such record to begin from. */
const SAYS_SO = new Set(['runReport.savedReportId', 'persistedDocuments.clientId']);
/** They say so when the service centre that is named is none of the caller’s. */
const OF_A_CENTRE = new Set([
  'dashboard',
  'serviceReport',
  'salesReport',
  'financialReport',
  'inventoryReport',
  'outstandingReport',
  'profitAndLoss',
  'invoiceSummary',
  'analytics',
  'runReport',
]);

const ROOT_FIELDS_AT_ONCE = 20;
/** What is rendered costs as much as a long page. */
const RENDERED_AT_ONCE = 4;
/** A whole month of a service centre, with what hangs on each of it, costs more than one may ask for at once. */
const SHALLOW: ReadonlySet<string> = new Set(['calendar']);

const isRendered = (field: RootField): boolean => {
  const named = getNamedType(field.type);
  return isObjectType(named) && Object.keys(named.getFields()).some((name) => RENDERED_FIELDS.has(name));
};

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
  const asked = [...values].map((value) => ({ ...valuesFor(field.name, ours), [place]: value }));
  const atOnce = isRendered(field) ? RENDERED_AT_ONCE : ROOT_FIELDS_AT_ONCE;
  return inTurns(chunksOf(asked, atOnce), (some) => {
    const { query, variables } = operationOf('query', field, depth, some);
    return client.send<Record<string, unknown>>(query, variables);
  });
}

interface Page {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** All that a field answers with, over as many pages as there are. */
async function everything(shop: FilledShop, field: RootField): Promise<string> {
  const { client } = shop.admin;
  const sought = field.args.some(({ name }) => name === 'search')
    ? { search: theirs.marker }
    : valuesFor(field.name, shop);
  const paged = isPaged(field);
  let after: string | null = null;
  let text = '';
  do {
    const depth = SHALLOW.has(field.name) ? 2 : 3;
    const { query, variables } = operationOf('query', field, depth, [paged ? { first: 15, after } : sought]);
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

/** Nobody’s words are in them, but ids. */
const TOLD_BY_IDS = new Set(['auditLog', 'exportJob']);

const isTheirs = (name: string, record: unknown): boolean => {
  const found = leaked(JSON.stringify(record));
  return TOLD_BY_IDS.has(name) ? found.length > 0 : found.includes(theirs.marker);
};

describe.each(names(byId))('%s', (name, field) => {
  test('is null for every id of the other organisation', async () => {
    expect(someOfEach(BY_ID).length).toBeGreaterThan(100);
    const answers = await askWithEach(ours.admin.client, field, 'id', someOfEach(BY_ID), 2);
    expect(answers.flatMap(({ data }) => Object.values(data)).filter(Boolean)).toEqual([]);
    expect(
      answers.flatMap(({ errors }) => errors).filter(({ extensions }) => extensions.code !== 'NOT_FOUND'),
    ).toEqual([]);
    expect(leakedIn(answers)).toEqual([]);
  });

  test('shows its own to the organisation itself', async () => {
    const answers = await askWithEach(theirs.admin.client, field, 'id', someOfEach(BY_ID), 2);
    const records = answers.flatMap(({ data }) => Object.values(data)).filter(Boolean);
    expect(records.length).toBeGreaterThan(0);
    expect(records.filter((record) => !isTheirs(name, record))).toEqual([]);
  });
});

describe.each(names(others))('%s', (name, field) => {
  test('has nothing of the other organisation', async () => {
    expect(leaked(await everything(ours, field))).toEqual([]);
  });

  if (!OF_NO_ORGANISATION.has(name) && !FIGURES.has(name))
    test('shows its own to the organisation itself', async () => {
      expect(leaked(await everything(theirs, field))).toContain(theirs.marker);
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
    isSearch ? [theirs.marker] : someOfEach(BY_FILTER),
    1,
  );
  const says = isSearch || field.name in CENTRE_OF || OF_A_CENTRE.has(field.name);
  const allowed = [says ? 'BAD_INPUT' : '', SAYS_SO.has(`${field.name}.${place}`) ? 'NOT_FOUND' : ''];
  expect(answers.flatMap(({ code }) => code ?? []).filter((code) => !allowed.includes(code))).toEqual([]);
  expect(leakedIn(answers)).toEqual([]);
});
