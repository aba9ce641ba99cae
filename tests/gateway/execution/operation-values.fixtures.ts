import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { Dice } from './random.fixtures';

/** A random value of an input type, as JSON. */
export function inputValue(dice: Dice, type: GraphQLInputType, depth = 0): unknown {
  if (isNonNullType(type)) return someValue(dice, type.ofType, depth);
  return dice.chance(0.15) ? null : someValue(dice, type, depth);
}

function someValue(dice: Dice, type: GraphQLInputType, depth: number): unknown {
  if (isListType(type))
    return Array.from({ length: dice.below(3) }, () => inputValue(dice, type.ofType, depth));
  if (isEnumType(type)) return dice.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const value: Record<string, unknown> = {};
    for (const field of Object.values(type.getFields()))
      if (isRequiredInputField(field) || (depth < 2 && dice.chance(0.5)))
        value[field.name] = inputValue(dice, field.type, depth + 1);
    return value;
  }
  switch (String(type)) {
    case 'Int':
      return dice.below(5);
    case 'Float':
      return dice.below(9) / 2;
    case 'Boolean':
      return dice.chance(0.5);
    default:
      return dice.pick(['', 'a', 'b "c"', 'id_1']);
  }
}

/** The value as it is written in a document. */
export function written(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return written(value, type.ofType);
  if (value === null) return 'null';
  if (isListType(type))
    return `[${(value as unknown[]).map((item) => written(item, type.ofType)).join(', ')}]`;
  if (isEnumType(type)) return String(value);
  if (!isInputObjectType(type)) return JSON.stringify(value);
  const fields = Object.entries(value as Record<string, unknown>);
  return `{${fields.map(([name, item]) => `${name}: ${written(item, type.getFields()[name]!.type)}`).join(', ')}}`;
}
