import type { Measure } from './fold';

/**
 * Lists of the introspection schema inside each other. `types { fields { type { fields { type …` is cheap to
 * write, multiplies with each step by the size of the schema, and never ends, because types refer in circles.
 */
export const introspectionLists: Measure = {
  field: ({ facts }, inside) => (facts.isIntrospection ? facts.listLevels + inside : inside),
  join: Math.max,
};
