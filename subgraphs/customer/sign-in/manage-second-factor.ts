import { requireOrganisation } from '../../../shared/access/identity';
import { badField, conflict } from '../../../shared/errors';
import { newTotpSecret, totpUrl, verifyTotp } from '../../../shared/security/totp';
import type { Context } from '../../../shared/subgraph/context';
import { organisations } from '../identity/organisation.loader';
import { User } from '../identity/user.entity';
import { ownAccount } from '../identity/user.loader';
import { invalidCredentials } from './login';
import { accountToConfirm, oneself, requirePassword } from './oneself';
import { checkSecondFactor, dropRecoveryCodes, replaceRecoveryCodes } from './second-factor';
import type { MfaEnrollment } from './sign-in.types';

const alreadyOn = () => conflict('A second factor is on already. Switch it off first to enrol another.');

/** Makes a secret that is asked for only after a first code has confirmed it; a repetition makes another. */
export async function startMfaEnrollment(context: Context): Promise<MfaEnrollment> {
  const { userId } = oneself(context.identity);
  const { name: issuer } = await context.loadOrFail(organisations, requireOrganisation(context.identity));
  const secret = newTotpSecret();
  const user = await context.transaction(async (tx) => {
    const account = await tx.lock(ownAccount, userId);
    if (account.mfaEnabledAt) throw alreadyOn();
    return tx.update(User, account, { mfaSecret: secret }, 'start enrolling a second factor');
  });
  return { secret, otpauthUrl: totpUrl(secret, issuer, user.email ?? user.phone ?? user.firstName) };
}

/** From now on signing in asks for a code. Returns the recovery codes, this once. */
export async function confirmMfaEnrollment(context: Context, code: string): Promise<string[]> {
  const { id } = await accountToConfirm(context);
  const { secretKey } = context.kernel.secrets;
  return context.transaction(async (tx) => {
    const user = await tx.lock(ownAccount, id);
    if (user.mfaEnabledAt) throw alreadyOn();
    if (!user.mfaSecret) throw conflict('Call startMfaEnrollment first.');
    const step = verifyTotp(user.mfaSecret, code, tx.now, null);
    if (step === null)
      throw badField('code', 'CODE', 'This is not the code that the authenticator shows now.');
    await tx.update(User, user, { mfaEnabledAt: tx.now, mfaLastStep: step }, 'enable second factor');
    return replaceRecoveryCodes(tx, secretKey, user);
  });
}

export async function disableMfa(context: Context, password: string, code: string): Promise<boolean> {
  const account = await accountToConfirm(context);
  await requirePassword(account, password);
  const { secretKey } = context.kernel.secrets;
  await context.transaction(async (tx) => {
    const user = await tx.lock(ownAccount, account.id);
    if (!user.mfaEnabledAt) throw conflict('There is no second factor to switch off.');
    if (user.passwordHash !== account.passwordHash) throw invalidCredentials();
    const factor = await checkSecondFactor(tx, secretKey, user, code);
    if (factor === 'wrong' || factor === 'missing') throw invalidCredentials();
    const off = { mfaEnabledAt: null, mfaSecret: null, mfaLastStep: null };
    await tx.update(User, user, off, 'disable second factor');
    await dropRecoveryCodes(tx, user);
  });
  return true;
}
