import { ApiError } from '../../shared/errors';
import type { OperationLimits } from './limits';

const MEASURES: Record<keyof OperationLimits, string> = {
  tokens: 'The document is too long',
  depth: 'The operation is nested too deeply',
  aliases: 'The operation uses too many aliases',
  rootFields: 'The operation selects too many root fields',
  directives: 'The operation uses too many directives',
  directivesPerNode: 'One place of the operation carries too many directives',
  introspectionLists: 'The introspection is nested too deeply',
  cost: 'The operation costs too much; ask for smaller pages or fewer fields',
};

/** `found` is exact where counting went to the end, and the first excess where it stopped early. */
export const limitExceeded = (limit: keyof OperationLimits, allowed: number, found: number) =>
  new ApiError('LIMIT_EXCEEDED', `${MEASURES[limit]}: ${found} of ${allowed} allowed.`, {
    limit,
    allowed,
    found,
  });

export function enforce(limits: OperationLimits, limit: keyof OperationLimits, found: number): number {
  if (found > limits[limit]) throw limitExceeded(limit, limits[limit], found);
  return found;
}
