import type { Measure } from './fold';
import { add } from './saturating';

/** Fields of the root type, each the start of a call of its own. */
export const rootFields: Measure = {
  field: () => 1,
  join: add,
};
