import { centreOf } from '../../../shared/access/centres';
import { requireOrganisation } from '../../../shared/access/identity';
import { badField } from '../../../shared/errors';
import { newId } from '../../../shared/ids';
import type { Context } from '../../../shared/subgraph/context';
import { customers } from '../crm/customer.loader';
import { MessageChannel, NotificationChannel } from './channels';
import { kindOf } from './kinds/catalogue';
import { customerRecipient, type Recipient } from './kinds/recipients';
import { senderOf } from './kinds/sender';
import { addressOn, choicesOf, send, type Telling } from './kinds/tell';
import { SuppressionReason } from './lawful-basis';
import type { Message } from './message.entity';
import { MessagePurpose, type SendMessageInput } from './message.input';
import { writtenMessages } from './message.loader';

const addressees = { ...customers, permission: 'messages:create' };

/** What somebody of the staff writes goes the way of all messages: what must not go out is kept, with the reason. */
export async function sendMessage(context: Context, input: SendMessageInput): Promise<Message> {
  const serviceCentreId = centreOf(context.identity, input.serviceCentreId, 'input.serviceCentreId');
  checkSubject(input);
  const recipient = await addressee(context, input.customerId);
  await requireJobCard(context, input);
  const channel = NotificationChannel[input.channel];
  const to = addressOn(channel, recipient);
  if (!to)
    throw badField('input.channel', 'NO_ADDRESS', 'The customer has no address for it: enter one first.');
  const sender = await senderOf(context, serviceCentreId);
  const { id } = await context.once(
    { operation: 'sendMessage', key: input.idempotencyKey, input },
    async (tx) => {
      const telling = tellingOf(input, { sender, serviceCentreId });
      const chosen = await choicesOf(tx, recipient, kindOf(telling.kind).category);
      const against = chosen.get(channel) === false ? SuppressionReason.SWITCHED_OFF : null;
      return { id: await send(tx, telling, recipient, { channel, to, against }) };
    },
  );
  return context.loadOrFail(writtenMessages, id);
}

function tellingOf(
  { purpose, subject, body, jobCardId }: SendMessageInput,
  from: Pick<Telling, 'sender' | 'serviceCentreId'>,
): Telling {
  return {
    ...from,
    kind: purpose === MessagePurpose.MARKETING ? 'ADVERTISING' : 'STAFF_MESSAGE',
    occasion: newId(),
    facts: { subject: subject?.trim() ?? '', body: body.trim() },
    related: jobCardId ? { type: 'JobCard', id: jobCardId } : null,
  };
}

function checkSubject({ channel, subject }: SendMessageInput): void {
  if (channel === MessageChannel.EMAIL && !subject?.trim())
    throw badField('input.subject', 'REQUIRED', 'An e-mail has a subject.');
  if (channel !== MessageChannel.EMAIL && subject != null)
    throw badField('input.subject', 'NO_SUBJECT', 'Only an e-mail has a subject.');
}

async function addressee(context: Context, id: string): Promise<Recipient> {
  const customer = await context.load(addressees, id);
  if (!customer) throw badField('input.customerId', 'UNKNOWN', 'There is no such customer.');
  const system = context.asSystem(requireOrganisation(context.identity));
  const [recipient] = await customerRecipient(system, id);
  return recipient!;
}

async function requireJobCard(context: Context, { jobCardId, customerId }: SendMessageInput): Promise<void> {
  if (!jobCardId) return;
  const system = context.asSystem(requireOrganisation(context.identity));
  const [card] = await system.peers.entities<{ customer: { id: string } | null }>(
    'workshop',
    'JobCard',
    [jobCardId],
    'customer { id }',
  );
  if (card?.customer?.id !== customerId)
    throw badField('input.jobCardId', 'UNKNOWN', 'The customer has no such job card.');
}
