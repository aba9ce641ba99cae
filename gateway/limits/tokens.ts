import type { ParseOptions } from 'graphql';
import type { ApiError } from '../../shared/errors';
import { limitExceeded } from './exceeded';
import type { OperationLimits } from './limits';

const TOO_LONG = /Document contains more (?:that|than) \d+ (?:tokens|comments)\./;

/** The parser recurses: some thousand open brackets fit the tokens and exhaust its stack. */
const TOO_DEEP = 'Maximum call stack size exceeded';

/** Bounds for graphql's parser: a document that passes them is not read to its end. Null for no limits. */
export const parseOptions = (limits: OperationLimits | null): ParseOptions =>
  limits ? { maxLexicalTokens: limits.tokens, maxComments: limits.tokens } : {};

/** The limit that made the parser give up, told by its error's message; null for a mistake in the syntax. */
export function limitOfSyntaxError(message: string, limits: OperationLimits): ApiError | null {
  if (TOO_LONG.test(message)) return limitExceeded('tokens', limits.tokens, limits.tokens + 1);
  if (message.includes(TOO_DEEP)) return limitExceeded('depth', limits.depth, limits.depth + 1);
  return null;
}
