import {
  doTypesOverlap,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { chanceOf, pickBy } from './chance.fixtures';

const VARIABLES = `$t: Boolean!, $f: Boolean!, $d: Boolean = true, $n: Int, $m: Int = 4, $text: String,
  $colour: Colour = BLUE, $filter: Filter, $ids: [ID!], $one: ID, $even: Even = 6`;

const CONDITIONS = ['$t', '$f', '$d', 'true', 'false'];

const ARGUMENTS: Record<string, readonly string[]> = {
  text: ['"given"', '$text', 'null', '""'],
  filter: [
    '$filter',
    'null',
    '{}',
    '{limit: $m, text: $text}',
    '{limit: $n, even: $even, ids: $ids}',
    '{not: {and: [{limit: 1}, {colour: RED, not: $filter}]}, text: null}',
    '{and: {even: 4, ids: "one"}, colour: $colour}',
  ],
  colours: ['[RED, BLUE]', 'GREEN', '[]', 'null'],
  count: ['5', '$m'],
  ids: ['["a", 1]', '$ids', '[$one]', '"b"'],
};

const CONTAINERS = [
  'Query',
  'Person',
  'Robot',
  'Ghost',
  'Demon',
  'Node',
  'Named',
  'Thing',
  'Checked',
  'Told',
];

/** A valid document of the random world's schema. The same for the same seed. */
export function randomDocument(schema: GraphQLSchema, seed: number): string {
  let drawn = 0;
  const next = (): number => {
    drawn += 1;
    return chanceOf('document', seed, drawn);
  };
  const pick = <T>(items: readonly T[]): T => pickBy(next(), items);
  const typeOf = (name: string) => schema.getType(name) as GraphQLCompositeType;
  const kind = next() < 0.2 ? 'Mutation' : 'Query';
  const containers = CONTAINERS.map((name) => (name === 'Query' ? kind : name));
  const fragments = Array.from({ length: 3 }, (_, index) => (index === 0 ? kind : pick(containers)));

  const directives = (): string => {
    if (next() < 0.75) return '';
    const one = ` @${pick(['skip', 'include'])}(if: ${pick(CONDITIONS)})`;
    return next() < 0.2 ? ` @skip(if: ${pick(CONDITIONS)}) @include(if: ${pick(CONDITIONS)})` : one;
  };

  const argumentsOf = (names: readonly string[], required: readonly string[]): string => {
    const given = names
      .filter((name) => required.includes(name) || next() < 0.5)
      .map((name) => `${name}: ${pick(ARGUMENTS[name]!)}`);
    return given.length ? `(${given.join(', ')})` : '';
  };

  const field = (type: GraphQLCompositeType, after: number, room: number): string => {
    if (isUnionType(type) || next() < 0.08) return next() < 0.3 ? 'kind: __typename' : '__typename';
    const fields = Object.values(type.getFields());
    const chosen = pick(fields.filter((each) => room > 0 || !isCompositeType(getNamedType(each.type))));
    const names = chosen.args.map(({ name }) => name);
    const required = chosen.name === 'echoN' ? ['count'] : [];
    // Two askers of one key must ask the same, so whatever has arguments of its own has a key of its own.
    const aliased = names.length > 0 || next() < 0.15;
    const alias = aliased ? `a${drawn}: ` : '';
    const inner = getNamedType(chosen.type);
    const inside = isCompositeType(inner) ? ` ${selections(inner, after, room - 1)}` : '';
    return `${alias}${chosen.name}${aliased ? argumentsOf(names, required) : ''}${directives()}${inside}`;
  };

  const selection = (type: GraphQLCompositeType, after: number, room: number): string => {
    const overlaps = (name: string) => doTypesOverlap(schema, type, typeOf(name));
    const spreadable = fragments.flatMap((name, index) => (index > after && overlaps(name) ? index : []));
    const chance = next();
    if (chance < 0.15 && spreadable.length) return `...F${pick(spreadable)}${directives()}`;
    if (chance < 0.3 || (isUnionType(type) && chance < 0.9)) {
      const name = pick(containers.filter(overlaps));
      const condition = isObjectType(type) && next() < 0.3 ? '' : ` on ${name}`;
      return `...${condition}${directives()} ${selections(condition ? typeOf(name) : type, after, room - 1)}`;
    }
    return field(type, after, room);
  };

  const selections = (type: GraphQLCompositeType, after: number, room: number): string => {
    const many = room > 0 ? 1 + Math.floor(next() * 4) : 1;
    const chosen = Array.from({ length: many }, () => selection(type, after, Math.max(room, 0)));
    return `{ ${next() < 0.3 ? '__typename ' : ''}${chosen.join(' ')} }`;
  };

  const body = selections(typeOf(kind), -1, 3);
  const defined = fragments.map(
    (name, index) => `fragment F${index} on ${name} ${selections(typeOf(name), index, 1)}`,
  );
  const root = kind.toLowerCase();
  return `${root} One(${VARIABLES}) ${body}\n${defined.join('\n')}\nquery Other { __typename }`;
}

/** Values for the variables; `sound` are those with which no argument fails. */
export function randomVariables(seed: number, sound: boolean): Record<string, unknown> {
  const pick = (name: string, given: readonly unknown[]): unknown =>
    pickBy(chanceOf('variable', seed, name), given);
  const absent = undefined;
  const chosen: Record<string, unknown> = {
    t: pick('t', [true, true, true, false]),
    f: pick('f', [false, false, false, true]),
    d: pick('d', sound ? [true, false, absent] : [true, false, absent, absent, null]),
    n: pick('n', sound ? [1, 2, absent] : [1, absent, null, 'one']),
    m: pick('m', sound ? [8, absent] : [8, absent, null]),
    text: pick('text', ['told', null, absent]),
    colour: pick('colour', ['RED', null, absent]),
    filter: pick('filter', [
      absent,
      null,
      {},
      { text: 'deep', and: [{ limit: 1, not: { ids: ['z'] } }], even: 2 },
      ...(sound ? [] : [{ limit: null }, { odd: 1 }, { even: 3 }]),
    ]),
    ids: pick('ids', [absent, null, ['x', 'y'], 'alone']),
    one: pick('one', ['id', 7, null, absent]),
    even: pick('even', [10, null, absent]),
  };
  return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== absent));
}
