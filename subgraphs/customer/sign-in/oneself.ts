import type { Identity } from '../../../shared/access/identity';
import { unauthenticated } from '../../../shared/errors';
import { verifyPassword } from '../../../shared/security/passwords';
import type { Context } from '../../../shared/subgraph/context';
import { throttle } from '../../../shared/throttle/throttle';
import type { User } from '../identity/user.entity';
import { ownAccount } from '../identity/user.loader';
import { ATTEMPTS } from './attempts';
import { invalidCredentials } from './login';

export interface Oneself {
  organisationId: string;
  userId: string;
  sessionId: string | null;
}

/** The person who is signed in. A link or an API client is signed in too, but is nobody with a password. */
export function oneself({ kind, organisationId, actorId, sessionId }: Identity): Oneself {
  if (kind !== 'USER' || !organisationId || !actorId)
    throw unauthenticated('Sign in with your account first.');
  return { organisationId, userId: actorId, sessionId };
}

/** One's own account, for a command that asks for a password or a code again. Counts as an attempt. */
export async function accountToConfirm(context: Context): Promise<User> {
  const { userId } = oneself(context.identity);
  await throttle(context, ATTEMPTS.confirmation, userId);
  return context.loadOrFail(ownAccount, userId);
}

export async function requirePassword(user: User, password: string): Promise<void> {
  if (!(await verifyPassword(user.passwordHash, password))) throw invalidCredentials();
}
