import type { Transaction } from '../../../shared/database/transaction';
import { revokeLinks } from '../../../shared/links/links';
import { PURPOSES } from '../sign-in/held-link';

/** Invitations and resets that are under way went to an address that is no longer the account's, or to nobody. */
export async function revokeAccountLinks(tx: Transaction, userId: string): Promise<void> {
  for (const purpose of [PURPOSES.userInvitation, PURPOSES.passwordReset])
    await revokeLinks(tx, { recordId: userId, purpose });
}
