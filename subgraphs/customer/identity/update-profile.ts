import { badField, conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { accountToConfirm, oneself, requirePassword } from '../sign-in/oneself';
import type { UpdateProfileInput } from './profile.input';
import { revokeAccountLinks } from './revoke-account-links';
import { User } from './user.entity';
import { ownAccount } from './user.loader';
import { ownCountry, personColumns } from './user-values';

/**
 * Whoever finds a signed-in browser must not take the account over by changing where its messages go: that asks
 * for the password.
 */
export async function updateProfile(context: Context, input: UpdateProfileInput): Promise<User> {
  const { userId } = oneself(context.identity);
  const before = await context.loadOrFail(ownAccount, userId);
  const person = personColumns(input, await ownCountry(context), 'input');
  const newLogin = changesLogin(before, person);
  const confirmed = newLogin ? await confirm(context, input.currentPassword) : null;
  await context.transaction(async (tx) => {
    const user = await tx.lock(ownAccount, userId);
    if (confirmed && user.passwordHash !== confirmed.passwordHash)
      throw conflict('The password was changed meanwhile. Try again.');
    const changed = await tx.update(User, user, person);
    if (changed.version === user.version) return;
    if (newLogin) await revokeAccountLinks(tx, userId);
    tx.emit({ name: 'UserUpdated', subjectType: 'User', subjectId: userId });
  });
  return context.loadOrFail(ownAccount, userId);
}

const changesLogin = (account: User, { email, phone }: Partial<User>): boolean =>
  (email !== undefined && email !== account.email) || (phone !== undefined && phone !== account.phone);

async function confirm(context: Context, password: string | null | undefined): Promise<User> {
  if (!password)
    throw badField('input.currentPassword', 'REQUIRED', 'A new e-mail or phone needs your password.');
  const account = await accountToConfirm(context);
  await requirePassword(account, password);
  return account;
}
