import type { Context } from '../../../../shared/subgraph/context';
import { Message } from '../message.entity';
import { type MessageState, messageLifecycle } from '../message.lifecycle';
import { messages } from '../message.loader';

/** What a provider says of a message. */
export interface Receipt {
  organisationId: string;
  messageId: string;
  attempt: number;
  providerId: string;
  word: string;
  errorCode: string | null;
}

/** Words of Twilio that say how far a message has come; the others are on the way to one of these. */
const MEANT: Readonly<Record<string, MessageState>> = {
  sent: 'SENT',
  delivered: 'DELIVERED',
  read: 'DELIVERED',
  undelivered: 'FAILED',
  failed: 'FAILED',
  canceled: 'FAILED',
};

/** Receipts come in any order, twice and late: one counts when it says more of this attempt than is known. */
export async function takeReceipt(context: Context, receipt: Receipt): Promise<void> {
  const state = MEANT[receipt.word];
  if (!state) return;
  const system = context.asSystem(receipt.organisationId);
  if (!(await system.load(messages, receipt.messageId))) return;
  await system.transaction(async (tx) => {
    const message = await tx.lock(messages, receipt.messageId);
    if (!saysMore(message, receipt, state)) return;
    const { providerId, errorCode, word } = receipt;
    const sent = state === 'FAILED' ? {} : { sentAt: message.sentAt ?? tx.now };
    const patch = {
      ...sent,
      providerId: message.providerId ?? providerId,
      deliveredAt: state === 'DELIVERED' ? tx.now : null,
      errorCode: state === 'FAILED' ? (errorCode ?? word) : null,
    };
    await tx.update(Message, message, { state, ...patch }, 'receipt');
  });
}

function saysMore(message: Message, { attempt }: Receipt, state: MessageState): boolean {
  if (attempt !== message.attempts || !messageLifecycle.next(message.state).includes(state)) return false;
  // It failed and waits to be sent again: only that it has arrived after all is news.
  const waits = message.state === 'QUEUED' && !message.sendingUntil;
  return !waits || state === 'DELIVERED';
}
