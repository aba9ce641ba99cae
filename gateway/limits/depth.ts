import type { Measure } from './fold';

/** Fields inside fields; what lies inside `__schema` and `__type` has a limit of its own. */
export const depth: Measure = {
  field: ({ facts }, inside) => (facts.isIntrospection ? 0 : 1 + inside),
  join: Math.max,
};
