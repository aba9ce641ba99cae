import {
  type ExecutionResult,
  execute,
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { Executor } from '../../../shared/execution';
import { difference, shown } from './compare.fixtures';
import { randomDocument, randomVariables } from './operations.fixtures';
import { randomWorldSchema } from './schema.fixtures';
import { type Delivery, World } from './world.fixtures';

/** Random operations on a random world, through graphql-js and through ours. The seed is in each failure. */
const CASES = 1200;
const schema = randomWorldSchema();
/** Few are kept, so that documents come and go. */
const executor = new Executor(schema, { mostDocuments: 20 });
const rules = specifiedRules.filter(
  (rule) => rule !== NoUnusedFragmentsRule && rule !== NoUnusedVariablesRule,
);

/** Thousands of errors are made and none is read by its stack, which costs more than all the rest. */
const { stackTraceLimit } = Error;
beforeAll(() => {
  Error.stackTraceLimit = 0;
});
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit;
});

interface Case {
  seed: number;
  query: string;
  variables: Record<string, unknown>;
  failing: number;
}

const queries = Array.from({ length: CASES }, (_, seed) => randomDocument(schema, seed));

/** `sound` says for which seeds the variables are such that no argument fails. */
const cases = (sound: (seed: number) => boolean): Case[] =>
  queries.map((query, seed) => ({
    seed,
    query,
    variables: randomVariables(seed, sound(seed)),
    failing: (seed % 4) / 3,
  }));

const world = ({ seed, failing }: Case, delivery: Delivery, timing = 0) =>
  new World(schema, seed, failing, delivery, timing);

const theirs = ({ query, variables }: Case, contextValue: World) =>
  execute({
    schema,
    document: parse(query, { noLocation: true }),
    variableValues: variables,
    operationName: 'One',
    contextValue,
  });

const ours = ({ query, variables }: Case, context: World) =>
  executor.execute({ query, variables, operationName: 'One' }, context);

const of = (one: Case, what: string) =>
  `seed ${one.seed}, ${what}:\n${one.query}\n${JSON.stringify(one.variables)}\n`;

function same(one: Case, what: string, found: string, expected: string): void {
  if (found !== expected) expect(of(one, what) + found).toBe(of(one, what) + expected);
}

test('the random operations are valid, and ask for something', () => {
  let answered = 0;
  let failed = 0;
  for (const one of cases(() => true)) {
    // Validating costs as much as all the rest, and it is the generator that is tested here.
    if (one.seed % 10 === 0)
      same(one, 'validation', validate(schema, parse(one.query), rules).join('; '), '');
    const { data, errors } = theirs(one, world(one, 'now')) as ExecutionResult;
    if (data) answered += JSON.stringify(data).length;
    failed += errors?.length ?? 0;
  }
  expect(answered).toBeGreaterThan(CASES * 100);
  expect(failed).toBeGreaterThan(CASES / 2);
});

test('what is at hand is answered at once and alike, to the order of keys and errors', () => {
  for (const one of cases((seed) => seed % 3 > 0)) {
    const expected = theirs(one, world(one, 'now')) as ExecutionResult;
    for (const time of ['first', 'again']) {
      const found = ours(one, world(one, 'now')) as ExecutionResult;
      same(one, time, shown(found), shown(expected));
    }
  }
});

test('what fails in a promise is answered alike', async () => {
  for (const one of cases(() => true)) {
    const expected = await theirs(one, world(one, 'late'));
    const found = await ours(one, world(one, 'late'));
    const differs = difference(expected, found);
    if (differs) throw new Error(of(one, differs));
  }
});

/**
 * graphql-js leaves promises alone that may reject, where an item of a list fails before one that is still to come,
 * and Node ends a process for that. So here it is asked for the same world with everything at hand.
 */
test('with failures now and later it is the same answer still, however quick the promises are', async () => {
  for (const one of cases((seed) => seed % 3 > 0)) {
    const expected = theirs(one, world(one, 'now')) as ExecutionResult;
    const found = await ours(one, world(one, 'mixed'));
    const differs = difference(expected, found);
    if (differs) throw new Error(of(one, differs));
    const again = await ours(one, world(one, 'mixed', 1));
    same(one, 'with other timing', shown(again), shown(found));
  }
});
