import { join, type Sql, sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { ERASED_TEXT, type PersonalData } from '../../../shared/personal-data/personal-data';
import { redactAudit } from '../../../shared/personal-data/redact';
import { addressHash } from './address';
import { MESSAGE_CHANNELS } from './channels';
import { SuppressionReason } from './lawful-basis';
import { Message } from './message.entity';
import { messages } from './message.loader';
import type { Asker } from './suppress';

/**
 * What was written to the customer, to an account of theirs, and what was asked for with an address of either. A phone
 * may be a family's: what was written to another customer with it is that one's.
 */
async function writtenTo(asker: Asker, customerId: string): Promise<Sql> {
  const { organisationId } = asker;
  const rows = await asker.query<{ address: string | null }>(sql`
    select unnest(array[c.email, c.phone]) as address from customer.customer c
      where c.organisation_id = ${organisationId} and c.id = ${customerId}
    union select unnest(array[u.email, u.phone]) from customer.user_account u
      where u.organisation_id = ${organisationId} and u.customer_id = ${customerId}`);
  const hashes = rows.flatMap(({ address }) =>
    address === null ? [] : MESSAGE_CHANNELS.map((channel) => addressHash({ channel, to: address })),
  );
  return join(
    [
      sql`t.customer_id = ${customerId}`,
      sql`t.user_id in (select u.id from customer.user_account u
        where u.organisation_id = ${organisationId} and u.customer_id = ${customerId})`,
      sql`t.customer_id is null and t.address_hash = any(${hashes})`,
    ].map((way) => sql`(${way})`),
    ' or ',
  );
}

async function erase(tx: Transaction, customerId: string) {
  const theirs = await writtenTo(tx, customerId);
  await tx.query(sql`update customer.message as t set state = 'SUPPRESSED', suppressed_because = ${SuppressionReason.NO_ADDRESS}
    where t.organisation_id = ${tx.organisationId} and t.state = 'QUEUED' and (${theirs})`);
  const ids = await tx.erase(Message, theirs, {
    recipient: ERASED_TEXT,
    addressHash: null,
    subject: null,
    body: ERASED_TEXT,
  });
  await redactAudit(tx, Message.name, ids);
  const why = 'That and when something was sent; not what, nor where to.';
  return { erased: { messages: ids.length }, kept: [{ what: 'messages', many: ids.length, why }] };
}

export const messagesPersonalData: PersonalData = {
  sections: { messages: 'customer.message' },
  async export({ reader, identity }, customerId) {
    const asker = {
      organisationId: identity.organisationId!,
      query: <T>(statement: Sql) => reader.query<T>(statement),
    };
    const theirs = await reader.rows(messages, await writtenTo(asker, customerId), sql`order by t.id`);
    return { messages: theirs.map(shown) };
  },
  erase,
};

/** What signs somebody in is in the mailbox that it went to, and in no copy. */
const shown = ({ confidential, body, ...message }: Message) => ({
  channel: message.channel,
  kind: message.template,
  basis: message.basis,
  recipient: message.recipient,
  subject: message.subject,
  body: confidential ? null : body,
  state: message.state,
  createdAt: message.createdAt,
  sentAt: message.sentAt,
});
