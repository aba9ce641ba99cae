import { LoadedPair } from './both-executors.fixtures';
import { type Compared, compare, type Excuse, faults, type Verdict } from './compared.fixtures';
import { exploded, hidden, loose, media, type SubgraphSchemas, shop, strict } from './graphs.fixtures';
import { MOODS, type MoodName } from './moods.fixtures';
import { randomGraph } from './random-graph.fixtures';
import { randomOperation } from './random-operation.fixtures';

/** Our executor gives what Apollo's gives: the same graphs, operations and subgraphs' answers for both. */
const GRAPHS: Record<string, SubgraphSchemas> = {
  shop,
  media,
  loose,
  strict,
  hidden,
  exploded,
  'random 0': randomGraph(0),
  'random 1': randomGraph(1),
  'random 2': randomGraph(2),
};
const MOOD_NAMES = Object.keys(MOODS) as MoodName[];
const OPERATIONS = 100;
const MOST_SHOWN = 3;

interface Tally {
  cases: number;
  withData: number;
  withErrors: number;
  excused: Map<Excuse, number>;
  failures: string[];
}

describe.each(Object.keys(GRAPHS))('%s', (graph) => {
  test('both executors answer alike', async () => {
    const pair = await LoadedPair.load(GRAPHS[graph]!);
    const tally: Tally = { cases: 0, withData: 0, withErrors: 0, excused: new Map(), failures: [] };
    for (let number = 0; number < OPERATIONS; number += 1) await compareOperation(pair, graph, number, tally);
    await pair.stop();
    expect(tally.failures.slice(0, MOST_SHOWN).join('\n\n')).toBe('');
    expect(tally.cases).toBeGreaterThan(OPERATIONS * MOOD_NAMES.length * 0.7);
    expect(tally.withData).toBeGreaterThan(tally.cases * 0.4);
    expect(tally.withErrors).toBeGreaterThan(tally.cases * 0.1);
    for (const count of tally.excused.values()) expect(count).toBeLessThan(tally.cases * 0.15);
  });
});

/** A case is told by graph, number and mood: alone it comes out the same. */
async function compareOperation(
  pair: LoadedPair,
  graph: string,
  number: number,
  tally: Tally,
): Promise<void> {
  const operation = randomOperation(pair.api, graph, number);
  const document = pair.document(operation.query);
  if (!document) throw new Error(`${graph}, operation ${number} is not valid: ${operation.query}`);
  if (!pair.canPlan(document)) return;
  for (const [index, moodName] of MOOD_NAMES.entries()) {
    const mood = { ...MOODS[moodName], seed: number };
    const variables = operation.variables(index);
    const both = await pair.inMood(document, variables, mood);
    const compared: Compared = {
      schema: pair.api,
      document,
      variables,
      both,
      typesAreTrue: moodName !== 'invalid',
    };
    const { problems, excuses }: Verdict =
      moodName === 'misshapen' ? { problems: faults(compared), excuses: [] } : compare(compared);
    tally.cases += 1;
    if (both.ours.result?.data) tally.withData += 1;
    if (both.ours.result?.errors) tally.withErrors += 1;
    for (const excuse of excuses) tally.excused.set(excuse, (tally.excused.get(excuse) ?? 0) + 1);
    if (problems.length)
      tally.failures.push(
        [
          `${graph}, operation ${number}, ${moodName}: ${problems.join(', ')}`,
          operation.query,
          JSON.stringify(variables),
          `Apollo's: ${JSON.stringify(both.apollo)}`,
          `Ours: ${JSON.stringify(both.ours)}`,
        ].join('\n'),
      );
  }
}
