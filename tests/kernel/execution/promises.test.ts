import { type ExecutionResult, execute, parse } from 'graphql';
import { Executor } from '../../../shared/execution';
import { schemaOf } from './executor.fixtures';

/** What comes later: in which order, what is waited for, and which errors are told. */
interface Gate {
  promise: Promise<string>;
  open(value: string): void;
  break(message: string): void;
}

function gate(): Gate {
  const opened = {} as Gate;
  opened.promise = new Promise((resolve, reject) => {
    opened.open = resolve;
    opened.break = (message) => reject(new Error(message));
  });
  return opened;
}

test('what needs no promise is answered without one', () => {
  const schema = schemaOf('type Query { a: Int b: [Int!]! } type Mutation { a: Int }', {
    Query: { a: () => 1, b: () => [1, 2] },
    Mutation: { a: () => 1 },
  });
  const executor = new Executor(schema);
  expect(executor.execute({ query: '{ a b }' }, undefined)).toEqual({ data: { a: 1, b: [1, 2] } });
  expect(executor.execute({ query: 'mutation { a x: a }' }, undefined)).toEqual({ data: { a: 1, x: 1 } });
});

test('keys stand in the order in which they were asked for, whichever comes first', async () => {
  const [a, b] = [gate(), gate()];
  const schema = schemaOf('type Query { a: String b: String c: String }', {
    Query: { a: () => a.promise, b: () => b.promise, c: () => 'now' },
  });
  const answer = new Executor(schema).execute({ query: '{ a b c }' }, undefined);
  b.open('second');
  await b.promise;
  a.open('first');
  expect(JSON.stringify(await answer)).toBe('{"data":{"a":"first","b":"second","c":"now"}}');
});

describe('mutations', () => {
  function ledger(fails: string | null) {
    const log: string[] = [];
    const step = (name: string) => async () => {
      log.push(`${name} begins`);
      await null;
      if (name === fails) throw new Error(name);
      return { name };
    };
    const schema = schemaOf(
      `type Step { name: String after: String } type Query { a: Int }
       type Mutation { first: Step second: Step! third: Step }`,
      {
        Mutation: { first: step('first'), second: step('second'), third: step('third') },
        Step: {
          after: async ({ name }: { name: string }) => {
            await null;
            log.push(`${name} ends`);
            return 'done';
          },
        },
      },
    );
    const ask = () =>
      new Executor(schema).execute(
        { query: 'mutation { third { after } first { after } second { after } x: third { after } }' },
        undefined,
      );
    return { log, ask };
  }

  test('run one after the other, each with everything in it', async () => {
    const { log, ask } = ledger(null);
    const { data } = await ask();
    expect(Object.keys(data!)).toEqual(['third', 'first', 'second', 'x']);
    const order = ['third', 'first', 'second', 'third'];
    expect(log).toEqual(order.flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  test('go on after one that failed and may be null', async () => {
    const { log, ask } = ledger('first');
    const { data, errors } = await ask();
    expect(JSON.stringify(data)).toContain('"first":null,"second":{"after":"done"}');
    expect(errors).toMatchObject([{ message: 'first', path: ['first'] }]);
    expect(log).toContain('second ends');
  });

  test('end with one that failed and may not be null', async () => {
    const { log, ask } = ledger('second');
    expect(await ask()).toMatchObject({ data: null, errors: [{ message: 'second', path: ['second'] }] });
    expect(log.filter((line) => line === 'third begins')).toHaveLength(1);
  });
});

describe('a null that goes up', () => {
  const SDL = `type Inner { must: String! may: String also: String! } type Outer { inner: Inner! }
    type Query { outer: Outer list: [String!] }`;

  /**
   * graphql-js answers at once, with resolvers of the request still at work, and tells the error that came first.
   * We wait, and tell the first in the order of the answer: so it is the same answer each time it is asked.
   */
  test.each([
    ['first', ['must', 'also']],
    ['last', ['also', 'must']],
  ] as const)(
    'waits for its siblings, and tells the same error when the %s is quickest',
    async (_which, order) => {
      const gates = { must: gate(), may: gate(), also: gate() };
      const schema = schemaOf(SDL, {
        Query: { outer: () => ({ inner: {} }) },
        Inner: {
          must: () => gates.must.promise,
          may: () => gates.may.promise,
          also: () => gates.also.promise,
        },
      });
      const query = '{ outer { inner { must may also } } }';
      let answered = false;
      const answer = Promise.resolve(new Executor(schema).execute({ query }, undefined)).finally(() => {
        answered = true;
      });
      const early = execute({ schema, document: parse(query) }) as Promise<ExecutionResult>;
      for (const name of order) gates[name].break(name);
      expect((await early).errors).toMatchObject([{ message: order[0] }]);
      expect(answered).toBe(false);
      gates.may.break('may');
      const { data, errors } = await answer;
      expect(data).toEqual({ outer: null });
      expect(errors?.map(({ path }) => path?.join('.'))).toEqual(['outer.inner.must', 'outer.inner.may']);
    },
  );

  test('leaves no promise of a list unheard behind an item that failed at once', async () => {
    const [early, late] = [gate(), gate()];
    const schema = schemaOf(SDL, { Query: { list: () => [early.promise, null, late.promise] } });
    const answer = new Executor(schema).execute({ query: '{ list }' }, undefined);
    early.break('early');
    late.break('late');
    // A rejection that nobody hears of would end this test as failed.
    const { data, errors } = await answer;
    expect(data).toEqual({ list: null });
    expect(errors).toMatchObject([{ message: 'early', path: ['list', 0] }]);
  });
});

test('a thenable is heard once, however often it calls', async () => {
  const call = (heard: (value: string) => void) => {
    heard('one');
    heard('two');
  };
  const twice = new Map([['then', call]]);
  const schema = schemaOf('type Query { a: String b: String }', {
    Query: {
      a: () => Object.fromEntries(twice),
      b: async () => 'b',
    },
  });
  const answer = await new Executor(schema).execute({ query: '{ a b }' }, undefined);
  expect(answer).toEqual({ data: { a: 'one', b: 'b' } });
});
