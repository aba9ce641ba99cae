import { DeliveryError, type MessageSender, type Receipt } from '../../../shared/messages/sender';
import type { Context } from '../../../shared/subgraph/context';
import { Message } from './message.entity';
import { messages } from './message.loader';

/** With the queue's growing pauses, tried for about a day. */
export const MOST_ATTEMPTS = 13;

/**
 * Hands one message to its provider and records what that one said. A job that runs again finds the message no
 * longer queued and leaves it. Only a crash between the two leads to a second sending, under the same Message-ID.
 */
export async function deliverMessage(context: Context, id: string): Promise<void> {
  const message = await context.load(messages, id);
  if (message?.state !== 'QUEUED') return;
  const sender = context.kernel.messages[message.channel];
  if (!sender) return record(context, id, { state: 'KEPT' });
  const result = await attempt(sender, message);
  const attempts = message.attempts + 1;
  if (!(result instanceof DeliveryError)) {
    const { providerId } = result;
    return record(context, id, { state: 'SENT', providerId, attempts, sentAt: context.kernel.clock.now() });
  }
  const final = result.permanent || attempts >= MOST_ATTEMPTS;
  await record(context, id, { attempts, errorCode: result.code, ...(final ? { state: 'FAILED' } : {}) });
  // The queue tries a job again that has failed.
  if (!final) throw result;
}

async function attempt(sender: MessageSender, message: Message): Promise<Receipt | DeliveryError> {
  const { id, recipient, subject, body } = message;
  try {
    return await sender.send({ id, to: recipient, subject, body });
  } catch (error) {
    if (error instanceof DeliveryError) return error;
    throw error;
  }
}

function record(context: Context, id: string, outcome: Partial<Message>): Promise<void> {
  return context.transaction(async (tx) => {
    const message = await tx.lock(messages, id);
    if (message.state === 'QUEUED') await tx.update(Message, message, outcome, 'send');
  });
}
