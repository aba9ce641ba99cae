import { LINK, type SubgraphSchemas } from './graphs.fixtures';
import { Dice } from './random.fixtures';

const LEAVES = ['Int', 'Float', 'String', 'Boolean', 'ID', 'Mark', 'Blob'];

/** A graph whose entities, fields and wrappings a seed decides. Every entity has a key in every subgraph. */
export function randomGraph(seed: number): SubgraphSchemas {
  const dice = new Dice('graph', seed);
  const entities = Array.from({ length: 3 + dice.below(4) }, (_, index) => `E${index}`);
  const implementers = entities.filter((_, index) => index % 2 === 0);
  const subgraphs: Record<string, string> = {};
  const count = 2 + dice.below(4);
  for (let index = 0; index < count; index += 1)
    subgraphs[`s${index}`] = subgraph(dice, index, entities, implementers);
  return subgraphs;
}

function subgraph(dice: Dice, number: number, entities: string[], implementers: string[]): string {
  const holds = (entity: string): boolean =>
    number === 0 || implementers.includes(entity) || dice.chance(0.8);
  const here = entities.filter(holds);
  const composites = [...here, 'Point', 'Named', 'Any'];
  const type = (named: string): string => wrapped(dice, named);
  const fieldsOf = (prefix: string): string =>
    Array.from({ length: 2 + dice.below(4) }, (_, index) => {
      const named = dice.chance(0.45) ? dice.pick(composites) : dice.pick(LEAVES);
      const argument = dice.chance(0.25)
        ? `(size: ${dice.pick(['Int', 'Mark', 'Int! = 3', '[String!]'])})`
        : '';
      return `${prefix}${number}${index}${argument}: ${type(named)}`;
    }).join(' ');
  const entity = (name: string): string => {
    const named = implementers.includes(name) ? 'implements Named ' : '';
    const own = named ? `name: String @shareable ${number === 0 ? 'link: Named' : ''}` : '';
    return `type ${name} ${named}@key(fields: "id") { id: ID! ${own} ${required(dice, number)} ${fieldsOf('f')} }`;
  };
  return `${LINK}
    scalar Blob enum Mark { A B C }
    type Query { ${fieldsOf('q')} all${number}: [${dice.pick(here)}!] }
    type Mutation { ${fieldsOf('m')} }
    interface Named { name: String ${number === 0 ? 'link: Named' : ''} }
    union Any = ${here.join(' | ')} | Point
    type Point @shareable { x: Int y: Float! next: Point mark: Mark }
    ${here.map(entity).join('\n')}`;
}

/** A field for another subgraph to need, and one that needs what the first subgraph has. */
function required(dice: Dice, number: number): string {
  if (number === 0) return 'base(unit: String): Int spot: Point extra: [[Int]]';
  if (!dice.chance(0.6)) return '';
  const [needed, declared] = dice.pick([
    ['base', 'base(unit: String): Int @external'],
    ['base(unit: \\"m\\")', 'base(unit: String): Int @external'],
    ['spot { x y }', 'spot: Point @external'],
    ['extra', 'extra: [[Int]] @external'],
  ] as const);
  return `${declared} needs${number}: ${wrapped(dice, 'Float')} @requires(fields: "${needed}")`;
}

function wrapped(dice: Dice, named: string): string {
  const inner = dice.chance(0.3) ? `${named}!` : named;
  const list = dice.chance(0.4) ? `[${inner}]${dice.chance(0.3) ? '!' : ''}` : inner;
  return dice.chance(0.08) ? `[${list}]` : list;
}
