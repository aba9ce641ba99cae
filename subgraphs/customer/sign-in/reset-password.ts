import { linkInvalid, useLink } from '../../../shared/links/links';
import type { Context } from '../../../shared/subgraph/context';
import { forgive } from '../../../shared/throttle/throttle';
import { User } from '../identity/user.entity';
import { hashChosen } from '../identity/user-values';
import { accounts } from './account.loader';
import { ATTEMPTS, accountSubject } from './attempts';
import { type HeldLink, holdLink, PURPOSES } from './held-link';
import type { ResetPasswordInput } from './password.input';
import { revokeSessions } from './revoke-sessions';

/** A bad password leaves the link as it was; a good one uses it up and ends every session. */
export async function resetPassword(context: Context, input: ResetPasswordInput): Promise<boolean> {
  const held = await holdLink(context, input.token);
  if (held.link.purpose !== PURPOSES.passwordReset) throw linkInvalid();
  await choosePassword(held, input.newPassword, 'input.newPassword', 'reset password');
  return true;
}

/** Sets the password of the account that the link is for. Of two at once, one does. */
export async function choosePassword(
  { link, context }: HeldLink,
  password: string,
  path: string,
  action: string,
): Promise<void> {
  const account = await context.load(accounts, link.record_id);
  if (!account?.active || account.deletedAt) throw linkInvalid();
  const passwordHash = await hashChosen(password, account, path);
  await context.transaction(async (tx) => {
    await useLink(tx, link.id);
    const user = await tx.lock(accounts, account.id);
    if (!user.active || user.deletedAt) throw linkInvalid();
    await tx.update(User, user, { passwordHash, passwordChangedAt: tx.now }, action);
    await revokeSessions(tx, user.id, 'PASSWORD_RESET');
  });
  context.kernel.topics.accessChanged(account.organisationId);
  // Whoever holds the link owns the account; attempts by others shall not keep them out.
  for (const name of [account.email, account.phone])
    if (name) await forgive(context, ATTEMPTS.signInToAccount, accountSubject(account.organisationId, name));
}
