import { type GraphQLOutputType, isListType, isWrappingType } from 'graphql';

/** How many lists a type is wrapped in: 0 for `A!`, 1 for `[A!]!`, 2 for `[[A]]`. */
export function listLevels(type: GraphQLOutputType): number {
  let levels = 0;
  for (let inner = type; isWrappingType(inner); inner = inner.ofType) if (isListType(inner)) levels += 1;
  return levels;
}
