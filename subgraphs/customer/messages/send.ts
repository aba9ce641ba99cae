import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { newId } from '../../../shared/ids';
import { MOST_ATTEMPTS } from './deliver-message';
import { Message, MessageChannel } from './message.entity';
import { messages } from './message.loader';
import { MESSAGE_TASK } from './message.task';
import { type TemplateName, type TemplateVariables, textOf } from './templates';

export interface NewMessage<T extends TemplateName> {
  channel: MessageChannel;
  /** An e-mail address, or a phone as E.164. */
  to: string;
  template: T;
  /** Language and region, such as `it-IT`. */
  locale?: string | null;
  variables: TemplateVariables[T];
  /** Chosen by a caller that may run twice and must not send twice. */
  id?: string;
}

/** Writes the message and queues its sending, both with the caller's transaction. Returns its id. */
export async function queueMessage<T extends TemplateName>(
  tx: Transaction,
  { channel, to, template, locale, variables, id = newId() }: NewMessage<T>,
): Promise<string> {
  const text = textOf(template, locale ?? 'en', variables);
  const mail = channel === MessageChannel.EMAIL;
  await tx.insert(Message, {
    id,
    channel,
    template,
    recipient: to,
    subject: mail ? text.subject : null,
    body: mail ? text.mail : text.sms,
    state: 'QUEUED',
    attempts: 0,
  });
  tx.enqueue({ task: MESSAGE_TASK, payload: { messageId: id }, maxAttempts: MOST_ATTEMPTS });
  return id;
}

/** Whether a message with this id was written before: by a job that now runs a second time. */
export async function wasQueued(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.rows(messages, sql`t.id = ${id}`)).length > 0;
}
