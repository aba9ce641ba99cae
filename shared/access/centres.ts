import { badField } from '../errors';
import { type Identity, worksIn } from './identity';

/**
 * The service centre that a command is for: the one named, which must be one of the caller's, or the only one
 * they work in. Null for those who work in all and named none.
 */
export function centreOf(identity: Identity, named: string | null | undefined, path: string): string | null {
  if (named) {
    if (!worksIn(identity, named))
      throw badField(path, 'SERVICE_CENTRE', 'You do not work in this service centre.');
    return named;
  }
  if (identity.serviceCentreIds === null) return null;
  const [only, ...others] = identity.serviceCentreIds;
  if (!only || others.length) throw badField(path, 'REQUIRED', 'Say which service centre this is for.');
  return only;
}
