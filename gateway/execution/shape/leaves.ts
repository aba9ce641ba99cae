import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLString,
  isEnumType,
} from 'graphql';

/** Whether a value that a subgraph sent is one of the type. */
export type IsValid = (value: unknown) => boolean;

const isWhole = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 1e21;

const BUILT_IN = new Map<GraphQLLeafType, IsValid>([
  [GraphQLString, (value) => typeof value === 'string'],
  [GraphQLID, (value) => typeof value === 'string' || isWhole(value)],
  [GraphQLInt, isWhole],
  [GraphQLFloat, (value) => typeof value === 'number' && Number.isFinite(value)],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
]);

/** A scalar of the schema's own may be anything; an enum in the API has the values that the API knows. */
export function leafCheck(type: GraphQLLeafType): IsValid {
  if (isEnumType(type)) {
    const names = new Set(type.getValues().map((value) => value.name));
    return (value) => names.has(value as string);
  }
  return BUILT_IN.get(type) ?? (() => true);
}

/** Whether every text is one of the type: of nearly all values there are, this is all there is to ask. */
export const takesText = (type: GraphQLLeafType): boolean =>
  type === GraphQLString || type === GraphQLID || !(isEnumType(type) || BUILT_IN.has(type));
