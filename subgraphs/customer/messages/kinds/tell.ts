import { type Sql, sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { derivedId } from '../../../../shared/ids';
import { Notification } from '../../notifications/notification.entity';
import { chosenPreferences } from '../../notifications/notification.loader';
import { asMessageChannel, MessageChannel, NOTIFICATION_CHANNELS, NotificationChannel } from '../channels';
import { SuppressionReason } from '../lawful-basis';
import { writeMessage } from '../send';
import { ownTemplates } from '../templates/message-template.loader';
import { type KindName, kindOf } from './catalogue';
import type { Fact } from './facts';
import type { Recipient } from './recipients';
import { builtInText, fill, languageOf, type Text } from './render';
import type { Sender } from './sender';

/** Something to tell, to whom, and what it is about. */
export interface Telling {
  kind: KindName;
  /** What it follows from: the same occasion tells nobody twice. */
  occasion: string;
  sender: Sender;
  serviceCentreId: string | null;
  facts: Readonly<Record<string, Fact>>;
  related: { type: string; id: string } | null;
}

/** Tells one person on all the channels that they want it on. */
export async function tell(tx: Transaction, telling: Telling, recipient: Recipient): Promise<void> {
  const { channels, category } = kindOf(telling.kind);
  const chosen = await choicesOf(tx, recipient, category);
  let addressed = false;
  for (const channel of NOTIFICATION_CHANNELS) {
    const byDefault = channels.includes(channel);
    const wanted = chosen.get(channel) ?? byDefault;
    if (channel === NotificationChannel.IN_APP) {
      if (wanted && recipient.userId) await notify(tx, telling, recipient, recipient.userId);
      continue;
    }
    if (!wanted && !byDefault) continue;
    const to = addressOn(channel, recipient);
    if (!to) continue;
    addressed = true;
    await send(tx, telling, recipient, {
      channel,
      to,
      against: wanted ? null : SuppressionReason.SWITCHED_OFF,
    });
  }
  const first = channels.find((channel) => channel !== NotificationChannel.IN_APP);
  // Rather a line that says nobody could be reached than silence.
  if (!addressed && first && !recipient.userId)
    await send(tx, telling, recipient, { channel: first, to: '', against: SuppressionReason.NO_ADDRESS });
}

export const addressOn = (channel: NotificationChannel, { email, phone }: Recipient): string | null =>
  channel === NotificationChannel.EMAIL ? email : phone;

export interface Way {
  channel: NotificationChannel;
  to: string;
  against: SuppressionReason | null;
}

/** The id of the message; of one that was written before, nothing is written again. */
export async function send(
  tx: Transaction,
  telling: Telling,
  recipient: Recipient,
  { channel, to, against }: Way,
): Promise<string> {
  const id = idFor(tx, telling, recipient, channel);
  if (await exists(tx, sql`customer.message`, id)) return id;
  const { basis, confidential = false } = kindOf(telling.kind);
  return writeMessage(tx, {
    id,
    way: { channel: asMessageChannel(channel) ?? MessageChannel.EMAIL, to },
    template: telling.kind,
    basis,
    confidential,
    text: await textFor(tx, telling, recipient, channel),
    customerId: recipient.customerId,
    userId: recipient.customerId ? null : recipient.userId,
    serviceCentreId: telling.serviceCentreId,
    relatedType: telling.related?.type ?? null,
    relatedId: telling.related?.id ?? null,
    against,
  });
}

async function notify(
  tx: Transaction,
  telling: Telling,
  recipient: Recipient,
  userId: string,
): Promise<void> {
  const id = idFor(tx, telling, recipient, NotificationChannel.IN_APP);
  if (await exists(tx, sql`customer.notification`, id)) return;
  const { type, category } = kindOf(telling.kind);
  const text = await textFor(tx, telling, recipient, NotificationChannel.IN_APP);
  const { related } = telling;
  await tx.insert(Notification, {
    id,
    userId,
    kind: telling.kind,
    type,
    category,
    title: text.subject ?? '',
    message: text.body,
    relatedType: related?.type ?? null,
    relatedId: related?.id ?? null,
    actionUrl: related ? `/${pathOf(related.type)}/${related.id}` : null,
  });
  tx.emit({ name: 'NotificationCreated', subjectType: 'Notification', subjectId: id, payload: { userId } });
}

/** `JobCard` → `job-cards` */
const pathOf = (type: string): string => `${type.replace(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase()}s`;

/** On whatever channel: for what has been made for the telling and must not be made twice. */
export async function wasTold(tx: Transaction, telling: Telling, recipient: Recipient): Promise<boolean> {
  for (const channel of NOTIFICATION_CHANNELS) {
    const isInApp = channel === NotificationChannel.IN_APP;
    const table = isInApp ? sql`customer.notification` : sql`customer.message`;
    if (await exists(tx, table, idFor(tx, telling, recipient, channel))) return true;
  }
  return false;
}

const idFor = (
  tx: Transaction,
  { occasion, kind }: Telling,
  { customerId, userId }: Recipient,
  channel: NotificationChannel,
): string => derivedId(`tell:${tx.organisationId}:${occasion}:${kind}:${customerId ?? userId}:${channel}`);

async function exists(tx: Transaction, table: Sql, id: string): Promise<boolean> {
  const found = await tx.query(
    sql`select from ${table} t where t.organisation_id = ${tx.organisationId} and t.id = ${id}`,
  );
  return found.length > 0;
}

async function textFor(
  tx: Transaction,
  { kind, sender, facts }: Telling,
  { name, locale }: Recipient,
  channel: NotificationChannel,
): Promise<Text> {
  const reading = { locale: locale ?? sender.locale, timeZone: sender.timeZone };
  const language = languageOf(reading.locale);
  const builtIn = builtInText(kind, channel, language);
  const [own] = await tx.rows(
    ownTemplatesForAll,
    sql`t.kind = ${kind} and t.channel = ${channel} and t.language = ${language}`,
  );
  const text = { subject: own?.subject ?? builtIn.subject, body: own?.body ?? builtIn.body };
  const { organisation, centre } = sender;
  return fill(text, channel, { ...facts, organisation, centre, name }, reading);
}

/** Whoever writes, writes with the organisation's texts. */
const ownTemplatesForAll = { ...ownTemplates, permission: null };

export async function choicesOf(
  tx: Transaction,
  { customerId, userId }: Recipient,
  category: string,
): Promise<Map<NotificationChannel, boolean>> {
  const whose = customerId ? sql`t.customer_id = ${customerId}` : sql`t.user_id = ${userId}`;
  const rows = await tx.rows(chosenPreferences, sql`t.category = ${category} and ${whose}`);
  return new Map(rows.map(({ channel, enabled }) => [channel, enabled]));
}
