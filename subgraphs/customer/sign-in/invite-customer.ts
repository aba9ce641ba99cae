import { requireOrganisation } from '../../../shared/access/identity';
import { addSeconds } from '../../../shared/clock';
import { sql } from '../../../shared/database/sql';
import { badField, conflict } from '../../../shared/errors';
import { createLink, revokeLinks } from '../../../shared/links/links';
import type { Context } from '../../../shared/subgraph/context';
import { customers } from '../crm/customer.loader';
import { organisations } from '../identity/organisation.loader';
import { MessageChannel } from '../messages/channels';
import { linkAddress } from '../messages/link-address';
import { queueMessage } from '../messages/send';
import { accounts } from './account.loader';
import { PURPOSES } from './held-link';
import type { Invitation } from './sign-in.types';

const LINK_SECONDS = 14 * 24 * 60 * 60;
/** What a link opens before there is an account: themselves and their vehicles. */
const OWN_RECORDS = { 'customers:read': 'own', 'vehicles:read': 'own' } as const;

/** Sends the customer a link to an account of their own; one that was sent before is no longer good. */
export async function inviteCustomer(
  context: Context,
  customerId: string,
  channel: MessageChannel,
): Promise<Invitation> {
  const organisation = await context.loadOrFail(organisations, requireOrganisation(context.identity));
  const customer = await context.loadOrFail(customers, customerId);
  if (customer.archivedAt) throw conflict('An archived customer is not invited.');
  const to = channel === MessageChannel.EMAIL ? customer.email : customer.phone;
  if (!to)
    throw badField(
      'channel',
      'NO_ADDRESS',
      `The customer has no ${channel === 'EMAIL' ? 'e-mail' : 'phone'}.`,
    );
  return context.transaction(async (tx) => {
    const [account] = await tx.rows(accounts, sql`t.customer_id = ${customerId} and t.deleted_at is null`);
    if (account) throw conflict('The customer has an account already.');
    await revokeLinks(tx, { recordId: customerId, purpose: PURPOSES.customerInvitation });
    const expiresAt = addSeconds(tx.now, LINK_SECONDS);
    const { id, token } = await createLink(tx, {
      purpose: PURPOSES.customerInvitation,
      recordType: 'Customer',
      recordId: customerId,
      permissions: OWN_RECORDS,
      customerId,
      expiresAt,
      singleUse: true,
    });
    const name =
      [customer.firstName, customer.lastName].filter(Boolean).join(' ') || (customer.company ?? '');
    await queueMessage(tx, {
      channel,
      to,
      template: 'INVITATION',
      locale: customer.language ?? organisation.locale,
      variables: {
        organisation: organisation.name,
        name,
        link: linkAddress(context.kernel.environment, PURPOSES.customerInvitation, token),
      },
    });
    tx.audit('invite', 'Customer', customerId, { link: id, channel });
    return { linkId: id, expiresAt };
  });
}
