import { type GraphQLSchema, isCompositeType } from 'graphql';
import type { SubgraphAnswer } from '../../../gateway/execution';
import { Dice, happens } from './random.fixtures';
import type { Mood } from './world.fixtures';

type Json = Record<string, unknown>;

const WRONG_LEAVES = ['wrong', 7, 1.5, true, '', 0, -0.5];
const ODD_ERRORS = [
  { message: '' },
  { message: 'No path, no code.' },
  { message: 'A path to nowhere.', path: ['_entities', 99, 'name'] },
  { message: 'A path of its own.', path: ['somewhere', 'else'], extensions: { code: 'ODD', more: [1] } },
  { message: 'The list.', path: ['_entities'], extensions: { code: 'KEY_FIELDS_MISSING_ON_BASE' } },
];

/** What a foreign subgraph might send that does not keep to its schema. */
export function spoil(
  answer: SubgraphAnswer,
  mood: Mood,
  key: string,
  schema: GraphQLSchema,
): SubgraphAnswer {
  if (!happens(mood.invalid || mood.misshapen, mood.seed, 'spoiled', key)) return answer;
  const dice = new Dice(mood.seed, 'spoil', key);
  if (dice.chance(0.2)) answer.errors = [...(answer.errors ?? []), dice.pick(ODD_ERRORS)];
  if (dice.chance(0.1)) answer.data = null;
  const types = Object.keys(schema.getTypeMap()).filter((name) => isCompositeType(schema.getType(name)));
  const entities = answer.data?._entities;
  if (Array.isArray(entities) && dice.chance(0.06))
    answer.data!._entities = dice.pick([null, 'x', entities.slice(1)]);
  // A root type may have another name in each subgraph: what one says of it is not looked at.
  const spots = spotsIn(answer.data).filter(
    ({ holder, name }) => holder !== answer.data || name !== '__typename',
  );
  const count = 1 + dice.below(3);
  for (let index = 0; index < count && spots.length; index += 1) {
    const { holder, name } = dice.pick(spots);
    spoilOne(holder, name, { dice, types, misshapen: mood.misshapen > 0 });
  }
  return answer;
}

interface Spoiling {
  dice: Dice;
  types: readonly string[];
  misshapen: boolean;
}

function spoilOne(holder: Json, name: string, { dice, types, misshapen }: Spoiling): void {
  const value = holder[name];
  if (name === '__typename') {
    if (misshapen) return;
    holder[name] = dice.pick([...types, 'Nothing', 'String']);
    return;
  }
  // What is not there cannot be wrong; and a type's name that is told under an alias is left alone.
  if (value === null || types.includes(String(value))) return;
  if (typeof value === 'object') {
    if (misshapen && dice.chance(0.5))
      holder[name] = dice.pick<unknown>(['flat', 3, [], [value], {}, [[value]]]);
    else holder[name] = null;
    return;
  }
  const kind = Array.isArray(holder) ? 'null' : dice.pick(['null', 'null', 'missing', 'wrong', 'wrong']);
  if (kind === 'missing') delete holder[name];
  else holder[name] = kind === 'null' ? null : dice.pick(WRONG_LEAVES);
}

/** Every place in the data that could be spoilt, below the root. */
function spotsIn(data: unknown): { holder: Json; name: string }[] {
  if (typeof data !== 'object' || data === null) return [];
  const holder = data as Json;
  return Object.keys(holder).flatMap((name) => [{ holder, name }, ...spotsIn(holder[name])]);
}
