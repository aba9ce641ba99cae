import { addSeconds } from '../../../shared/clock';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { DeliveryError, type MessageSender, type Receipt } from '../../../shared/messages/sender';
import type { Context } from '../../../shared/subgraph/context';
import { sharedWith } from './address';
import { MessageChannel } from './channels';
import { Message } from './message.entity';
import { messages } from './message.loader';
import { receiptAddress } from './provider/receipt-address';
import { reasonAgainst } from './suppress';

/** With the queue's growing pauses, tried for about a day. */
export const MOST_ATTEMPTS = 13;
/** Longer than a provider is waited for; after that its sender has died. */
const SENDING_SECONDS = 60;

/**
 * Hands one message to its provider and records what that one said. A job that runs again finds the message no
 * longer queued and leaves it. Only a crash between the two leads to a second sending, under the same Message-ID.
 */
export async function deliverMessage(context: Context, id: string): Promise<void> {
  const message = await context.transaction((tx) => take(context, tx, id));
  if (!message) return;
  const result = await attempt(context, context.kernel.messages[message.channel]!, message);
  if (!(result instanceof DeliveryError)) {
    const { providerId } = result;
    return record(context, id, { state: 'SENT', providerId, sentAt: context.kernel.clock.now() });
  }
  const final = result.permanent || message.attempts - message.attemptsBefore >= MOST_ATTEMPTS;
  await record(context, id, { errorCode: result.code, ...(final ? { state: 'FAILED' as const } : {}) });
  // The queue tries a job again that has failed.
  if (!final) throw result;
}

/**
 * The message, if it is to be sent now. Between this and the sending there is no time in which a STOP could be
 * answered: that one waits for whoever has taken a message to its address.
 */
async function take(context: Context, tx: Transaction, id: string): Promise<Message | null> {
  await shareAddressOf(tx, id);
  const message = await tx.lock(messages, id);
  if (message.state !== 'QUEUED') return null;
  if (message.sendingUntil && message.sendingUntil > tx.now) throw new Error('The message is being sent.');
  const reason = await reasonAgainst(tx, message);
  if (reason) {
    await tx.update(Message, message, { state: 'SUPPRESSED', suppressedBecause: reason }, 'suppress');
    return null;
  }
  if (!context.kernel.messages[message.channel]) {
    await tx.update(Message, message, { state: 'KEPT' }, 'send');
    return null;
  }
  const attempts = message.attempts + 1;
  await tx.query(sql`update customer.message set attempts = ${attempts},
      sending_until = ${addSeconds(tx.now, SENDING_SECONDS)}
    where organisation_id = ${tx.organisationId} and id = ${id}`);
  return { ...message, attempts };
}

/** Before the message is locked, as who stops the address does it: the other way round they wait for one another. */
async function shareAddressOf(tx: Transaction, id: string): Promise<void> {
  const [message] = await tx.rows(messages, sql`t.organisation_id = ${tx.organisationId} and t.id = ${id}`);
  if (message?.addressHash) await sharedWith(tx, message.addressHash);
}

async function attempt(
  context: Context,
  sender: MessageSender,
  message: Message,
): Promise<Receipt | DeliveryError> {
  const { id, recipient, subject, body, channel } = message;
  const reportTo =
    channel === MessageChannel.EMAIL ? null : receiptAddress(context.kernel.environment, message);
  try {
    return await sender.send({ id, to: recipient, subject, body, reportTo });
  } catch (error) {
    if (error instanceof DeliveryError) return error;
    await record(context, id, {});
    throw error;
  }
}

/** The provider's report may have come before our own word that it was sent: what that says stays. */
function record(context: Context, id: string, outcome: Partial<Message>): Promise<void> {
  return context.transaction(async (tx) => {
    const message = await tx.lock(messages, id);
    const patch = message.state === 'QUEUED' ? outcome : {};
    await tx.update(Message, message, { ...patch, sendingUntil: null }, 'send');
  });
}
