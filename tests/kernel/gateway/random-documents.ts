/** Valid documents over the shop's schema, the same for the same seed: fragments spread each other, downwards. */
type Field = { name: string; type?: string; args?: string[]; composite?: boolean };

const FIELDS: Record<string, Field[]> = {
  Query: [
    { name: 'version' },
    { name: 'me', type: 'Owner' },
    { name: 'cars', type: 'CarConnection', args: ['first', 'last'] },
    { name: 'recent', type: 'Car', args: ['first'] },
    { name: 'search', type: 'Found' },
  ],
  Owner: [
    { name: 'name' },
    { name: 'car', type: 'Car' },
    { name: 'contacts', type: 'Contact' },
    { name: 'cars', type: 'CarConnection', args: ['first', 'last'] },
  ],
  Contact: [{ name: 'value' }, { name: 'owner', type: 'Owner' }],
  Car: [
    { name: 'name' },
    { name: 'owner', type: 'Owner' },
    { name: 'plates' },
    { name: 'pdfUrl' },
    { name: 'grid', type: 'Contact' },
  ],
  CarConnection: [
    { name: 'nodes', type: 'Car' },
    { name: 'edges', type: 'CarEdge' },
    { name: 'pageInfo', type: 'PageInfo' },
    { name: 'totalCount' },
  ],
  CarEdge: [{ name: 'node', type: 'Car' }, { name: 'cursor' }],
  PageInfo: [{ name: 'hasNextPage' }],
  Found: [{ name: '__typename' }],
};

const SIZES = ['0', '1', '7', '-30', '100', 'null', '$size', '$none'];
const CONDITIONS = ['@skip(if: $yes)', '@skip(if: $no)', '@include(if: $yes)', '@include(if: $no)', '@note'];

/** mulberry32: small, good enough, and repeatable. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function randomDocument(seed: number): string {
  const next = random(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  const chance = (of: number) => next() < of;
  const fragmentTypes = Array.from({ length: 8 }, () => pick(Object.keys(FIELDS)));

  const directives = () => (chance(0.2) ? ` ${pick(CONDITIONS)}` : '');

  const argumentsOf = (names: string[] = []) => {
    const given = names.filter(() => chance(0.6)).map((name) => `${name}: ${pick(SIZES)}`);
    return given.length ? `(${given.join(', ')})` : '';
  };

  let aliased = 0;
  const field = (type: string, after: number, room: number): string => {
    const chosen = pick(FIELDS[type]!.filter((f) => room > 0 || !f.type));
    if (!chosen) return '__typename';
    aliased += 1;
    const inside = chosen.type ? ` ${selections(chosen.type, after, room - 1)}` : '';
    return `a${aliased}: ${chosen.name}${argumentsOf(chosen.args)}${directives()}${inside}`;
  };

  const spreadable = (type: string, after: number) =>
    fragmentTypes.flatMap((of, index) => (index > after && of === type ? index : []));

  const selection = (type: string, after: number, room: number): string => {
    const fragments = spreadable(type, after);
    if (fragments.length && chance(0.5)) return `...F${pick(fragments)}${directives()}`;
    if (type === 'Found')
      return `... on ${pick(['Owner', 'Car'])}${directives()} ${selections('Owner', 99, 0)}`;
    if (chance(0.1)) return `...${directives()} ${selections(type, after, room - 1)}`;
    return field(type, after, room);
  };

  const selections = (type: string, after: number, room: number): string => {
    const many = room > 0 ? 1 + Math.floor(next() * 4) : 1;
    const chosen = Array.from({ length: many }, () => selection(type, after, room));
    return `{ __typename ${chosen.join(' ')} }`;
  };

  const body = selections('Query', -1, 4);
  const fragments = fragmentTypes.map(
    (type, index) => `fragment F${index} on ${type} ${selections(type, index, 3)}`,
  );
  return `query($size: Int = 12, $none: Int, $yes: Boolean!, $no: Boolean!) ${body} ${fragments.join(' ')}`;
}
