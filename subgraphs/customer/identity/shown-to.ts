import type { Context } from '../../../shared/subgraph/context';
import type { User } from './user.entity';

const holders = new WeakMap<object, Context>();

/**
 * Who has just signed in or signed up is shown their account in the same answer, although the request came from
 * nobody: what belongs to this account is read as its holder reads it.
 */
export function shownTo(holder: Context, account: User): User {
  holders.set(account, holder);
  return account;
}

export const contextFor = (account: User, context: Context): Context => holders.get(account) ?? context;
