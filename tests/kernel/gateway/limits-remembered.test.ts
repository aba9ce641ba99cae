import { parse } from 'graphql';
import { KnownDocument } from '../../../gateway/known-document';
import { DEFAULT_LIMITS, type OperationLimits } from '../../../gateway/limits';
import { shopSchema } from './limits-schema';

/** What passed once is not counted again, and nothing passes because something smaller did. */
interface Asked {
  variables?: Record<string, unknown>;
  operationName?: string;
}

/** What is accepted is not yet planned, and what is refused never is. */
const compile = () => {
  throw new Error('This is not to be planned.');
};

/** Asks one document again and again; whether it had to be counted is seen by its limits being looked at. */
function asking(source: string, mostCost = DEFAULT_LIMITS.cost) {
  let looks = 0;
  const limits: OperationLimits = {
    ...DEFAULT_LIMITS,
    get cost() {
      looks += 1;
      return mostCost;
    },
  };
  const options = { schema: shopSchema, limits, introspection: true, compile };
  const document = new KnownDocument(parse(source), options);
  const isCounted = ({ variables = {}, operationName }: Asked = {}): boolean => {
    const before = looks;
    document.operation(operationName).accept(variables);
    return looks > before;
  };
  return { isCounted };
}

const LIST = 'query ($n: Int, $name: String) { recent(first: $n) { name } }';
const tooLarge = (allowed: number, found: number) =>
  expect.objectContaining({ extensions: { code: 'LIMIT_EXCEEDED', limit: 'cost', allowed, found } });

describe('a document', () => {
  it('is counted the first time and not the second', () => {
    const { isCounted } = asking('{ me { name } }');
    expect([isCounted(), isCounted(), isCounted()]).toEqual([true, false, false]);
  });

  it('is not counted again for variables that cannot change its size', () => {
    const { isCounted } = asking('mutation ($name: String) { rename(name: $name) { name } }');
    const names = ['Ada', 'Bea', 'Cleo'].map((name) => isCounted({ variables: { name } }));
    expect(names).toEqual([true, false, false]);
  });

  it.each(['{ cars(first: 101) { nodes { name } } }', '{ cars { nodes { owner { contacts { value } } } } }'])(
    'that is too large is refused every time: %s',
    (source) => {
      const { isCounted } = asking(source, 100);
      for (let time = 0; time < 3; time += 1) expect(() => isCounted()).toThrow(/costs too much/);
    },
  );
});

describe('a size is counted again', () => {
  it('for another page size, and once for each', () => {
    const { isCounted } = asking(LIST);
    const sizes = [5, 6, 5, 6, 7].map((n) => isCounted({ variables: { n } }));
    expect(sizes).toEqual([true, true, false, false, true]);
  });

  it('for a page size inside a fragment', () => {
    const { isCounted } = asking(
      'query ($n: Int) { me { ...F } } fragment F on Owner { cars(last: $n) { totalCount } }',
    );
    expect([5, 6, 5].map((n) => isCounted({ variables: { n } }))).toEqual([true, true, false]);
  });

  it('for another @skip or @include', () => {
    for (const directive of ['skip', 'include']) {
      const { isCounted } = asking(`query ($yes: Boolean!) { version me @${directive}(if: $yes) { name } }`);
      const answers = [true, false, true, false].map((yes) => isCounted({ variables: { yes } }));
      expect([directive, answers]).toEqual([directive, [true, true, false, false]]);
    }
  });

  it('for @include on a fragment', () => {
    const { isCounted } = asking(
      'query ($yes: Boolean!) { me { ...F @include(if: $yes) ... @skip(if: $yes) { name } } } fragment F on Owner { name }',
    );
    expect([true, false, true].map((yes) => isCounted({ variables: { yes } }))).toEqual([true, true, false]);
  });

  it('for another operation of the document', () => {
    const { isCounted } = asking('query A { me { name } } query B { search { __typename } }');
    const answers = ['A', 'B', 'A', 'B'].map((operationName) => isCounted({ operationName }));
    expect(answers).toEqual([true, true, false, false]);
  });

  it('where a default stands for what is not given, and not where the same is given', () => {
    const { isCounted } = asking('query ($n: Int = 7) { recent(first: $n) { name } }');
    expect(isCounted({ variables: {} })).toBe(true);
    expect(isCounted({ variables: { n: 7 } })).toBe(false);
    expect(isCounted({ variables: { n: 8 } })).toBe(true);
  });
});

describe('what passed small does not let the large one pass', () => {
  const cases: [string, string, Asked, Asked, number][] = [
    ['page size', LIST, { variables: { n: 5 } }, { variables: { n: 21 } }, 21],
    [
      'default of a variable',
      'query ($n: Int = 21) { recent(first: $n) { name } }',
      { variables: { n: 5 } },
      { variables: {} },
      21,
    ],
    // Without a value the argument's own default, 30, stands in; null is no page size, and a list has 10 rows.
    ['default of the argument', LIST, { variables: { n: null } }, { variables: {} }, 30],
    [
      '@include',
      'query ($yes: Boolean!) { recent(first: 21) @include(if: $yes) { name } }',
      { variables: { yes: false } },
      { variables: { yes: true } },
      21,
    ],
    [
      'operation',
      'query A { me { name } } query B { recent(first: 21) { name } }',
      { operationName: 'A' },
      { operationName: 'B' },
      21,
    ],
  ];

  it.each(cases)('by %s', (_, source, small, large, found) => {
    const { isCounted } = asking(source, 20);
    expect(isCounted(small)).toBe(true);
    for (let time = 0; time < 2; time += 1) {
      let refusal: unknown = null;
      try {
        isCounted(large);
      } catch (error) {
        refusal = error;
      }
      expect(refusal).toEqual(tooLarge(20, found));
    }
    expect(isCounted(small)).toBe(false);
  });
});

test('of one document, only so many sizes are remembered', () => {
  const { isCounted } = asking(LIST);
  const sizes = Array.from({ length: 1_000 }, (_, n) => n + 1);
  for (const n of sizes) expect(isCounted({ variables: { n } })).toBe(true);
  const known = sizes.reverse().filter((n) => !isCounted({ variables: { n } }));
  expect(known.length).toBeGreaterThan(0);
  expect(known.length).toBeLessThanOrEqual(200);
});
