import { getIntrospectionQuery, parse } from 'graphql';
import {
  DEFAULT_LIMITS,
  limitOfSyntaxError,
  type OperationLimits,
  parseOptions,
} from '../../../gateway/limits';
import { measure } from './limits-schema';

const refused = (limit: string, allowed: number, found: number) =>
  expect.objectContaining({ extensions: { code: 'LIMIT_EXCEEDED', limit, allowed, found } });

const caught = (action: () => unknown): unknown => {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

const nested = (levels: number) => `{ me ${'{ car { owner '.repeat(levels)}{ name }${'} }'.repeat(levels)} }`;

/** What is thrown for a document that the parser does not take: a limit, or the syntax error itself. */
function parseWithin(limits: OperationLimits, source: string) {
  try {
    return parse(source, parseOptions(limits));
  } catch (error) {
    throw limitOfSyntaxError(String(error), limits) ?? error;
  }
}

describe('tokens', () => {
  const limits = { ...DEFAULT_LIMITS, tokens: 10 };

  it('lets a document of the allowed length through', () => {
    expect(parseWithin(limits, '{ me { name } a: version }').kind).toBe('Document');
  });

  it('refuses one more token', () => {
    const error = caught(() => parseWithin(limits, '{ me { name } a: version b: version }'));
    expect(error).toEqual(refused('tokens', 10, 11));
  });

  it('refuses a document made of comments', () => {
    const error = caught(() => parseWithin(limits, `${'#\n'.repeat(11)}{ version }`));
    expect(error).toEqual(refused('tokens', 10, 11));
  });

  it('leaves a syntax error what it is', () => {
    expect(() => parseWithin(limits, '{ me {')).toThrow(/^Syntax Error: Expected Name/);
  });

  it('refuses brackets that would exhaust the stack, in selections and in values', () => {
    for (const source of [`${'{a'.repeat(7_000)}`, `{ a(b: ${'['.repeat(14_000)}`])
      expect(caught(() => parseWithin(DEFAULT_LIMITS, source))).toEqual(refused('depth', 15, 16));
  });
});

describe('depth', () => {
  it('counts fields inside fields, leaves too, through every kind of fragment', () => {
    expect(measure('{ version }').depth).toBe(1);
    expect(measure('{ me { car { name } } }').depth).toBe(3);
    expect(measure('{ ... { me { ... on Named { ... on Owner { car { name } } } } } }').depth).toBe(3);
    expect(
      measure('{ me { ...A } } fragment A on Owner { car { ...B } } fragment B on Car { name }').depth,
    ).toBe(3);
  });

  it('allows the limit and refuses one more', () => {
    expect(measure(nested(2), { limits: { depth: 6 } }).depth).toBe(6);
    expect(caught(() => measure(nested(2), { limits: { depth: 5 } }))).toEqual(refused('depth', 5, 6));
  });

  it('refuses nesting that would exhaust the stack, by fields, by inline fragments and by spreads', () => {
    const inline = `{ ${'... { '.repeat(800)} version ${'}'.repeat(800)} }`;
    const chain = Array.from({ length: 800 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} }`).join(' ');
    for (const source of [nested(300), inline, `{ ...F0 } ${chain} fragment F800 on Query { version }`])
      expect(caught(() => measure(source))).toMatchObject({ extensions: { limit: 'depth', found: 501 } });
  });
});

describe('aliases, root fields and directives', () => {
  it('counts aliases at every level, and again for each spread', () => {
    const { aliases } = measure(
      '{ a: me { b: name ...N } me { ...N } } fragment N on Owner { c: name d: name }',
    );
    expect(aliases).toBe(6);
  });

  it('counts root fields through fragments', () => {
    expect(measure('{ version ...R ...R } fragment R on Query { version me { name } }').rootFields).toBe(5);
  });

  it('refuses a guess repeated under aliases', () => {
    const guesses = Array.from({ length: 61 }, (_, i) => `g${i}: rename(name: "${i}") { name }`).join(' ');
    const error = caught(() => measure(`mutation { ${guesses} }`, { limits: { aliases: 60 } }));
    expect(error).toEqual(refused('aliases', 60, 61));
  });

  it('counts directives on all they can stand on, skipped selections included', () => {
    const source = `query Q($v: Boolean = true @note) @note {
      version @skip(if: $v) @note
      ...F @note
      ... @include(if: true) { me { name @note } }
    } fragment F on Query @note { version @note }`;
    expect(measure(source).directives).toBe(9);
  });

  it('refuses a directive piled up on one place, and many over the operation', () => {
    const piled = caught(() =>
      measure(`{ version ${'@note '.repeat(6)} }`, { limits: { directivesPerNode: 5 } }),
    );
    expect(piled).toEqual(refused('directivesPerNode', 5, 6));
    const spread = `{ ${'...F '.repeat(26)} } fragment F on Query { version @note me { name @note } }`;
    expect(caught(() => measure(spread, { limits: { directives: 50 } }))).toEqual(
      refused('directives', 50, 52),
    );
  });
});

describe('cost', () => {
  const cost = (source: string, variables = {}) => measure(source, { variables }).cost;

  it.each([
    ['a leaf', '{ version }', 0],
    ['an object', '{ me { name } }', 1],
    ['an object in an object', '{ me { car { name } } }', 2],
    ['a plain list', '{ me { contacts { value } } }', 1 + 10],
    ['a plain list of leaves', '{ me { car { plates } } }', 2],
    ['a document that is rendered', '{ cars(first: 3) { nodes { name pdfUrl } } }', 1 + 3 * (1 + 500)],
    ['a list of lists', '{ me { car { grid { value } } } }', 2 + 100],
    ['a list with a default size in the schema', '{ recent { name } }', 30],
    ['a sized list', '{ recent(first: 7) { owner { name } } }', 7 * 2],
    ['a connection of the default size', '{ cars { nodes { name } } }', 1 + 20],
    [
      'a connection through its edges, wrappers free',
      '{ cars(first: 5) { edges { cursor node { name } } } }',
      1 + 5,
    ],
    ['counting and paging', '{ cars(first: 5) { totalCount pageInfo { hasNextPage } } }', 1],
    [
      'rows of rows',
      '{ cars(first: 50) { nodes { owner { cars(first: 10) { nodes { name } } } } } }',
      1 + 50 * (2 + 11),
    ],
    [
      'an abstract list',
      '{ search { ... on Car { owner { name } } ... on Owner { car { name } } } }',
      10 * 3,
    ],
    ['mutations', 'mutation { ping rename { car { name } } renameAll { car { name } } }', 10 + 11 + 20],
    ['a subscription', 'subscription { carChanged { owner { name } } }', 2],
  ])('charges %s', (_, source, expected) => {
    expect(cost(source)).toBe(expected);
  });

  it('takes the page size from a literal, a variable, or a default of either', () => {
    const source = 'query($n: Int = 100) { cars(first: $n) { nodes { name } } }';
    expect(cost(source)).toBe(101);
    expect(cost(source, { n: 3 })).toBe(4);
    expect(cost(source, { n: null })).toBe(21);
    expect(cost('query($n: Int) { recent(first: $n) { name } }')).toBe(30);
    expect(cost('query($n: Int) { cars(first: $n) { nodes { name } } }')).toBe(21);
  });

  it('charges a page as it is asked for, however odd', () => {
    const source = 'query($n: Int, $l: Int) { cars(first: $n, last: $l) { nodes { name } } }';
    expect(cost(source, { n: -5000 })).toBe(5001);
    expect(cost(source, { n: 2_147_483_647 })).toBe(2_147_483_648);
    expect(cost(source, { n: 0 })).toBe(2);
    expect(cost(source, { n: 1, l: 400 })).toBe(401);
  });

  it('does not charge what the variables skip', () => {
    const source = `query($no: Boolean!, $yes: Boolean = true) {
      me @skip(if: $yes) { name }
      ... @include(if: $no) { me { name } }
      ...F @include(if: $no)
      cars(first: 10) @include(if: $yes) @skip(if: $no) { nodes { name } }
    } fragment F on Query { me { name } }`;
    expect(cost(source, { no: false })).toBe(11);
    expect(cost(source, { no: false, yes: false })).toBe(1);
    expect(cost(source, { no: true })).toBe(2);
  });

  it('refuses a small document that asks for much', () => {
    const source =
      'query($n: Int!) { cars(first: $n) { nodes { owner { cars(first: $n) { nodes { name } } } } } }';
    const limits = { cost: 20_000 };
    expect(measure(source, { variables: { n: 100 }, limits }).cost).toBe(10_301);
    const error = caught(() => measure(source, { variables: { n: 200 }, limits }));
    expect(error).toEqual(refused('cost', 20_000, 40_601));
  });

  it('charges only the operation that is run', () => {
    const source = 'query Small { me { name } } query Large { cars(first: 9) { nodes { name } } }';
    expect(measure(source, { operationName: 'Small' }).cost).toBe(1);
    expect(measure(source, { operationName: 'Large' }).cost).toBe(10);
    expect(caught(() => measure(source, { operationName: 'Other' }))).toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('introspection', () => {
  it('lets the standard query of tools through the default limits', () => {
    const size = measure(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }), {
      limits: DEFAULT_LIMITS,
    });
    expect(size).toMatchObject({ depth: 1, introspectionLists: 3 });
    expect(size.cost).toBeLessThan(DEFAULT_LIMITS.cost / 4);
  });

  it('refuses types of fields of types, written out or through fragments', () => {
    const lists = (source: string) => measure(source, { limits: DEFAULT_LIMITS }).introspectionLists;
    const within = (levels: number): string =>
      levels === 0 ? 'name' : `fields { type { ${within(levels - 1)} } }`;
    expect(lists(`{ __type(name: "Car") { ${within(3)} } }`)).toBe(3);
    const written = `{ me { name } __type(name: "Car") { ${within(1)} ${within(4)} } }`;
    expect(caught(() => lists(written))).toEqual(refused('introspectionLists', 3, 4));
    const spread = `{ __schema { types { ...A } } }
      fragment A on __Type { fields { type { ...B } } } fragment B on __Type { inputFields { ...C } }
      fragment C on __InputValue { type { enumValues { name } } }`;
    expect(caught(() => lists(spread))).toEqual(refused('introspectionLists', 3, 4));
  });

  it('charges copies of the whole schema', () => {
    const copy = '__schema { types { fields { args { type { name } } } } }';
    const copies = Array.from({ length: 20 }, (_, i) => `s${i}: ${copy}`).join(' ');
    expect(measure(`{ ${copies} }`).cost).toBe(20 * measure(`{ ${copy} }`).cost);
  });
});
