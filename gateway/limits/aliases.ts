import type { Measure } from './fold';
import { add } from './saturating';

/** An alias is how one field is asked for many times: guesses at a password, copies of a costly list. */
export const aliases: Measure = {
  field: ({ node }, inside) => add(node.alias ? 1 : 0, inside),
  join: add,
};
