/** How large one operation may be. Each name is the `limit` that LIMIT_EXCEEDED reports. */
export interface OperationLimits {
  /** Lexical tokens, and comments, of the whole document. */
  tokens: number;
  /** Fields inside fields. */
  depth: number;
  /** Fields under another name. */
  aliases: number;
  /** Fields of the operation's root type. */
  rootFields: number;
  /** Uses of directives in the operation. */
  directives: number;
  /** Uses of directives on one field, fragment or variable. */
  directivesPerNode: number;
  /** Lists inside lists of the introspection schema; tools ask for three (types, their fields, their arguments). */
  introspectionLists: number;
  /** What the operation would cost, by the prices of `prices.ts`. */
  cost: number;
}

export const DEFAULT_LIMITS: Readonly<OperationLimits> = {
  tokens: 15_000,
  depth: 15,
  aliases: 60,
  rootFields: 20,
  directives: 50,
  directivesPerNode: 5,
  introspectionLists: 3,
  cost: 20_000,
};
