import { requireOrganisation } from '../../../shared/access/identity';
import { addSeconds } from '../../../shared/clock';
import { sql } from '../../../shared/database/sql';
import { defineTask } from '../../../shared/events/task';
import { createLink, revokeLinks } from '../../../shared/links/links';
import type { Context } from '../../../shared/subgraph/context';
import { organisations } from '../identity/organisation.loader';
import type { MessageChannel } from '../messages/channels';
import { linkAddress } from '../messages/link-address';
import { queueMessage, wasQueued } from '../messages/send';
import { accounts } from './account.loader';
import { PURPOSES } from './held-link';
import { isNamed, type LoginName } from './login-name';
import { reachable } from './reachable';
import { openRequest, parseSealedJob, type SealedJob } from './sealed-job';

export const PASSWORD_RESET_TASK = 'password-reset';
const LINK_SECONDS = 60 * 60;

export interface PasswordResetRequest {
  name: LoginName;
  channel: MessageChannel;
}

export const passwordResetTask = defineTask<SealedJob>({
  name: PASSWORD_RESET_TASK,
  parse: parseSealedJob,
  run: ({ messageId, request }, context) =>
    sendPasswordReset(context, messageId, openRequest(context.kernel.keyring, PASSWORD_RESET_TASK, request)),
});

/** Sends the link, if there is an account to send it to; links sent before are no longer good. */
async function sendPasswordReset(
  context: Context,
  messageId: string,
  { name, channel }: PasswordResetRequest,
): Promise<void> {
  const organisation = await context.loadOrFail(organisations, requireOrganisation(context.identity));
  await context.transaction(async (tx) => {
    if (await wasQueued(tx, messageId)) return;
    const [account] = await tx.rows(accounts, isNamed(name), sql`for no key update of t`);
    const way = account?.active ? reachable(account, channel) : null;
    if (!account || !way) return;
    await revokeLinks(tx, { recordId: account.id, purpose: PURPOSES.passwordReset });
    const { token } = await createLink(tx, {
      purpose: PURPOSES.passwordReset,
      recordType: 'User',
      recordId: account.id,
      permissions: {},
      customerId: null,
      expiresAt: addSeconds(tx.now, LINK_SECONDS),
      singleUse: true,
    });
    const link = linkAddress(context.kernel.environment, PURPOSES.passwordReset, token);
    await queueMessage(tx, {
      ...way,
      id: messageId,
      template: 'PASSWORD_RESET',
      locale: account.locale ?? organisation.locale,
      variables: { organisation: organisation.name, link },
    });
    tx.audit('password reset requested', 'User', account.id, { channel: way.channel });
  });
}
