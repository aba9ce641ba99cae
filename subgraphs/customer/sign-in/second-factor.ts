import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { hashRecoveryCode, newRecoveryCodes, verifyTotp } from '../../../shared/security/totp';
import type { User } from '../identity/user.entity';

export type FactorCheck = 'not used' | 'missing' | 'wrong' | 'code' | 'recovery code';

const TOTP_CODE = /^\s*(\d\s*){6}$/;

/**
 * Checks the second factor of an account that the transaction has locked, and uses the code up: a code or an
 * earlier one is not taken again, a recovery code works once.
 */
export async function checkSecondFactor(
  tx: Transaction,
  secretKey: string,
  user: User,
  code: string | null | undefined,
): Promise<FactorCheck> {
  if (!user.mfaEnabledAt || !user.mfaSecret) return 'not used';
  if (!code) return 'missing';
  if (!TOTP_CODE.test(code))
    return (await spendRecoveryCode(tx, secretKey, user, code)) ? 'recovery code' : 'wrong';
  const step = verifyTotp(user.mfaSecret, code, tx.now, user.mfaLastStep);
  if (step === null) return 'wrong';
  await tx.query(sql`update customer.user_account set mfa_last_step = ${step}
    where organisation_id = ${tx.organisationId} and id = ${user.id}`);
  return 'code';
}

async function spendRecoveryCode(
  tx: Transaction,
  secretKey: string,
  user: User,
  code: string,
): Promise<boolean> {
  const used = await tx.query(sql`update customer.recovery_code set used_at = ${tx.now}
    where organisation_id = ${tx.organisationId} and user_id = ${user.id}
      and code_hash = ${hashRecoveryCode(code, secretKey)} and used_at is null returning code_hash`);
  return used.length === 1;
}

/** New recovery codes instead of all that there were. They are shown once; what is kept are their hashes. */
export async function replaceRecoveryCodes(
  tx: Transaction,
  secretKey: string,
  user: User,
): Promise<string[]> {
  await dropRecoveryCodes(tx, user);
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => hashRecoveryCode(code, secretKey));
  await tx.query(sql`insert into customer.recovery_code (organisation_id, user_id, code_hash)
    select ${tx.organisationId}, ${user.id}, hash from unnest(${hashes}::text[]) as hash`);
  return codes;
}

export async function dropRecoveryCodes(tx: Transaction, user: User): Promise<void> {
  await tx.query(sql`delete from customer.recovery_code
    where organisation_id = ${tx.organisationId} and user_id = ${user.id}`);
}
