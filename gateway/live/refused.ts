import type { GraphQLError } from 'graphql';
import { ApiError } from '../../shared/errors';
import type { Log } from '../../shared/log';
import { refusalsOf } from '../graph';

/** An operation that may not begin, or a subscription that may not go on. */
export class Refused extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors[0]?.message);
  }
}

/** What the client is told of a failure. What is our fault goes to the log. */
export function refusedBy(error: unknown, log: Log): Refused {
  if (error instanceof Refused) return error;
  const refusals = refusalsOf(error);
  if (refusals) return new Refused(refusals);
  log.error('live operation failed', error);
  return new Refused([new ApiError('INTERNAL', 'Something went wrong on our side.')]);
}
