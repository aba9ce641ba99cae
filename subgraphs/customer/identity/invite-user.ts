import { addSeconds } from '../../../shared/clock';
import type { Transaction } from '../../../shared/database/transaction';
import { createLink } from '../../../shared/links/links';
import type { Context } from '../../../shared/subgraph/context';
import { MessageChannel } from '../messages/channels';
import { linkAddress } from '../messages/link-address';
import { queueMessage } from '../messages/send';
import { PURPOSES } from '../sign-in/held-link';
import type { Organisation } from './organisation.entity';
import type { User } from './user.entity';

const INVITATION_SECONDS = 72 * 60 * 60;

/** Sends them a link to choose their first password, by e-mail or else by SMS. */
export async function inviteUser(
  context: Context,
  tx: Transaction,
  organisation: Organisation,
  user: User,
): Promise<void> {
  const link = await createLink(tx, {
    purpose: PURPOSES.userInvitation,
    recordType: 'User',
    recordId: user.id,
    permissions: {},
    customerId: null,
    expiresAt: addSeconds(tx.now, INVITATION_SECONDS),
    singleUse: true,
  });
  await queueMessage(tx, {
    channel: user.email ? MessageChannel.EMAIL : MessageChannel.SMS,
    to: user.email ?? user.phone!,
    template: 'INVITATION',
    locale: user.locale ?? organisation.locale,
    variables: {
      organisation: organisation.name,
      name: user.firstName,
      link: linkAddress(context.kernel.environment, PURPOSES.userInvitation, link.token),
    },
  });
  tx.emit({ name: 'UserInvited', subjectType: 'User', subjectId: user.id, payload: { linkId: link.id } });
}
