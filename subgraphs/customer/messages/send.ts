import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { newId } from '../../../shared/ids';
import { addressHash, type Way } from './address';
import { MessageChannel } from './channels';
import { MOST_ATTEMPTS } from './deliver-message';
import type { KindName } from './kinds/catalogue';
import type { Text } from './kinds/render';
import { LawfulBasis, type SuppressionReason } from './lawful-basis';
import { Message } from './message.entity';
import { messages } from './message.loader';
import { MESSAGE_TASK } from './message.task';
import { reasonAgainst } from './suppress';
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

/** All of these came from somebody who typed the address a moment ago, but for an invitation. */
const BASES: Readonly<Record<TemplateName, LawfulBasis>> = {
  PASSWORD_RESET: LawfulBasis.REQUESTED,
  REGISTRATION: LawfulBasis.REQUESTED,
  REGISTRATION_NOTICE: LawfulBasis.REQUESTED,
  INVITATION: LawfulBasis.CONTRACT,
};

/** Writes a message that signs somebody in and queues its sending, both with the caller's transaction. */
export function queueMessage<T extends TemplateName>(
  tx: Transaction,
  { channel, to, template, locale, variables, id = newId() }: NewMessage<T>,
): Promise<string> {
  const text = textOf(template, locale ?? 'en', variables);
  const mail = channel === MessageChannel.EMAIL;
  return writeMessage(tx, {
    id,
    way: { channel, to },
    template,
    basis: BASES[template],
    confidential: true,
    text: { subject: mail ? text.subject : null, body: mail ? text.mail : text.sms },
  });
}

export interface Outgoing {
  id: string;
  way: Way;
  template: TemplateName | KindName;
  basis: LawfulBasis;
  /** Its text signs somebody in. */
  confidential: boolean;
  text: Text;
  customerId?: string | null;
  userId?: string | null;
  serviceCentreId?: string | null;
  relatedType?: string | null;
  relatedId?: string | null;
  /** Where the writer knows already that it must not go out. */
  against?: SuppressionReason | null;
}

/** The one door into the outbox: every message is a row before it is sent, or not sent and the row says why. */
export async function writeMessage(tx: Transaction, message: Outgoing): Promise<string> {
  const { id, way, text, against, customerId = null, ...rest } = message;
  const hash = way.to ? addressHash(way) : null;
  const planned = { basis: message.basis, channel: way.channel, addressHash: hash, customerId };
  const reason = against ?? (await reasonAgainst(tx, planned));
  await tx.insert(Message, {
    ...rest,
    id,
    channel: way.channel,
    recipient: way.to,
    addressHash: hash,
    customerId,
    subject: text.subject,
    body: text.body,
    state: reason ? 'SUPPRESSED' : 'QUEUED',
    suppressedBecause: reason,
    attempts: 0,
    attemptsBefore: 0,
  });
  if (!reason) queueDelivery(tx, id);
  return id;
}

export function queueDelivery(tx: Transaction, messageId: string): void {
  tx.enqueue({ task: MESSAGE_TASK, payload: { messageId }, maxAttempts: MOST_ATTEMPTS });
}

/** Whether a message with this id was written before: by a job that now runs a second time. */
export async function wasQueued(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.rows(messages, sql`t.id = ${id}`)).length > 0;
}
