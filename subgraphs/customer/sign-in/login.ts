import { sql } from '../../../shared/database/sql';
import { ApiError } from '../../../shared/errors';
import { hashPassword, needsRehash, verifyPassword } from '../../../shared/security/passwords';
import type { Context } from '../../../shared/subgraph/context';
import { forgive, throttle } from '../../../shared/throttle/throttle';
import { shownTo } from '../identity/shown-to';
import type { User } from '../identity/user.entity';
import { accounts } from './account.loader';
import { mayComeFrom } from './allowed-address';
import { ATTEMPTS, accountSubject, giveBackAddress, throttleAddress } from './attempts';
import { type Entrance, enter, userIn } from './entrance';
import type { LoginInput } from './login.input';
import { findAccount, loginName } from './login-name';
import { checkSecondFactor } from './second-factor';
import { accessTokenFor, type LiveSession, openSession, sendAsCookie } from './session-tokens';
import { type LoginPayload, TokenDelivery } from './sign-in.types';

/** Why a sign-in was refused: for the audit log, never for the caller. */
type Refusal =
  | 'unknown account'
  | 'inactive'
  | 'password'
  | 'address'
  | 'second factor'
  | 'changed meanwhile';
type Outcome = { user: User; live: LiveSession } | { refused: Refusal } | 'second factor needed';

export const invalidCredentials = () =>
  new ApiError('INVALID_CREDENTIALS', 'The sign-in was refused. Check what you typed.');

/**
 * Signs somebody in. Whether there is such an account, whether it is active and whether the password was right
 * takes the same work and gets the same answer.
 */
export async function login(context: Context, input: LoginInput): Promise<LoginPayload> {
  const entrance = await enter(context, input.organisation);
  const name = loginName(input.login, entrance?.organisation.country ?? '');
  const subject = accountSubject(entrance?.organisation.id ?? `unknown ${input.organisation}`, name.value);
  await throttleAddress(context, ATTEMPTS.signInFromAddress);
  await throttle(context, ATTEMPTS.signInToAccount, subject);

  const account = entrance && (await findAccount(entrance.context, name));
  const outcome = await attempt(context, account, input);
  if (outcome === 'second factor needed')
    throw new ApiError('MFA_REQUIRED', 'Repeat the sign-in with a code of your second factor.');
  if ('refused' in outcome) {
    if (entrance) await recordRefusal(entrance, account, outcome.refused);
    throw invalidCredentials();
  }
  await forgive(context, ATTEMPTS.signInToAccount, subject);
  // A whole shop signs in from one address in the morning: only what failed counts against it.
  await giveBackAddress(context, ATTEMPTS.signInFromAddress);
  return payload(context, outcome, input.tokenDelivery);
}

async function attempt(context: Context, account: User | null, input: LoginInput): Promise<Outcome> {
  const hash = account?.active ? account.passwordHash : null;
  const matches = await verifyPassword(hash, input.password);
  if (!account) return { refused: 'unknown account' };
  if (!account.active) return { refused: 'inactive' };
  if (!matches || !hash) return { refused: 'password' };
  const newHash = needsRehash(hash) ? await hashPassword(input.password) : hash;
  return signIn(context, account, newHash, input.mfaCode);
}

/** The password was right. What else is needed is checked on the account as it is now, under its lock. */
function signIn(
  context: Context,
  known: User,
  newHash: string,
  code: string | null | undefined,
): Promise<Outcome> {
  const { facts, kernel } = context;
  return userIn(context, known.organisationId, known.id).transaction(async (tx): Promise<Outcome> => {
    const user = await tx.lock(accounts, known.id);
    if (!user.active || user.deletedAt || user.passwordHash !== known.passwordHash)
      return { refused: 'changed meanwhile' };
    if (!(await mayComeFrom(tx, user, facts.address))) return { refused: 'address' };
    const factor = await checkSecondFactor(tx, kernel.secrets.secretKey, user, code);
    if (factor === 'missing') return 'second factor needed';
    if (factor === 'wrong') return { refused: 'second factor' };
    const live = await openSession(tx, user, facts);
    // Not a change of the account as others know it: its version stays.
    await tx.query(sql`update customer.user_account set last_login_at = ${tx.now}, password_hash = ${newHash}
      where organisation_id = ${tx.organisationId} and id = ${user.id}`);
    tx.audit('sign in', 'User', user.id, { session: live.session.id, secondFactor: factor });
    return { user: { ...user, lastLoginAt: tx.now }, live };
  });
}

function recordRefusal(
  { organisation, context }: Entrance,
  account: User | null,
  reason: Refusal,
): Promise<void> {
  return context.transaction(async (tx) => {
    if (account) tx.audit('sign-in refused', 'User', account.id, { reason });
    else tx.audit('sign-in refused', 'Organisation', organisation.id, { reason });
  });
}

function payload(
  context: Context,
  { user, live }: { user: User; live: LiveSession },
  delivery: TokenDelivery,
): LoginPayload {
  if (delivery === TokenDelivery.COOKIE) sendAsCookie(context, live);
  const holder = userIn(context, user.organisationId, user.id);
  return {
    ...accessTokenFor(context, live.session),
    refreshToken: delivery === TokenDelivery.BODY ? live.refreshToken : null,
    user: shownTo(holder, user),
  };
}
