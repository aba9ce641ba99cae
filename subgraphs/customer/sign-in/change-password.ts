import type { Context } from '../../../shared/subgraph/context';
import { User } from '../identity/user.entity';
import { ownAccount } from '../identity/user.loader';
import { hashChosen } from '../identity/user-values';
import { invalidCredentials } from './login';
import { accountToConfirm, oneself, requirePassword } from './oneself';
import type { ChangePasswordInput } from './password.input';
import { revokeSessions } from './revoke-sessions';

/** The session at hand goes on; wherever else the old password was used, it ends. */
export async function changePassword(context: Context, input: ChangePasswordInput): Promise<boolean> {
  const { organisationId, userId, sessionId } = oneself(context.identity);
  const account = await accountToConfirm(context);
  await requirePassword(account, input.currentPassword);
  const passwordHash = await hashChosen(input.newPassword, account, 'input.newPassword');
  await context.transaction(async (tx) => {
    const user = await tx.lock(ownAccount, userId);
    if (user.passwordHash !== account.passwordHash) throw invalidCredentials();
    await tx.update(User, user, { passwordHash, passwordChangedAt: tx.now }, 'change password');
    await revokeSessions(tx, userId, 'PASSWORD_CHANGED', sessionId);
  });
  context.kernel.topics.accessChanged(organisationId);
  return true;
}
