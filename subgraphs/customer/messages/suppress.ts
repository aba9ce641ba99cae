import { type Sql, sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import type { MessageChannel } from './channels';
import { LawfulBasis, SuppressionReason } from './lawful-basis';
import { Message } from './message.entity';
import { waitingMessages } from './message.loader';

export interface Planned {
  basis: LawfulBasis;
  channel: MessageChannel;
  addressHash: string | null;
  customerId: string | null;
}

interface Said {
  stopped: boolean | null;
  service: boolean | null;
  marketing: boolean | null;
}

/** Whatever asks under one organisation: a transaction, or a reader. */
export interface Asker {
  organisationId: string;
  query<T>(statement: Sql): Promise<T[]>;
}

/** Why nothing may go to this address now; null when it may. What was asked for at this moment always may. */
export async function reasonAgainst(
  asker: Asker,
  { basis, channel, addressHash, customerId }: Planned,
): Promise<SuppressionReason | null> {
  if (basis === LawfulBasis.REQUESTED) return null;
  const [said] = await asker.query<Said>(
    sql`select (select o.stopped from customer.opt_out o where o.organisation_id = ${asker.organisationId}
            and o.channel = ${channel} and o.address_hash = ${addressHash}
            order by o.occurred_at desc, o.id desc limit 1) as stopped,
          ${latest(asker, channel, customerId, 'SERVICE')} as service,
          ${latest(asker, channel, customerId, 'MARKETING')} as marketing`,
  );
  if (said!.stopped) return SuppressionReason.STOPPED;
  if (said!.service === false) return SuppressionReason.CONSENT_WITHDRAWN;
  if (basis === LawfulBasis.CONSENT && !said!.marketing) return SuppressionReason.NO_CONSENT;
  return null;
}

const latest = (
  { organisationId }: Asker,
  channel: MessageChannel,
  customerId: string | null,
  purpose: string,
): Sql =>
  sql`(select c.given from customer.consent c where c.organisation_id = ${organisationId}
    and c.customer_id = ${customerId} and c.channel = ${channel} and c.purpose = ${purpose}
    order by c.occurred_at desc, c.id desc limit 1)`;

/** Messages that wait, to an address or to a customer, and may not be sent any more. */
export async function suppressQueued(
  tx: Transaction,
  of: { channel: MessageChannel } & ({ addressHash: string } | { customerId: string }),
): Promise<void> {
  const whose =
    'addressHash' in of ? sql`t.address_hash = ${of.addressHash}` : sql`t.customer_id = ${of.customerId}`;
  const waiting = await tx.rows(
    waitingMessages,
    sql`t.state = 'QUEUED' and t.channel = ${of.channel} and t.basis <> 'REQUESTED' and ${whose}
      and (t.sending_until is null or t.sending_until <= ${tx.now})`,
    sql`order by t.id for no key update of t`,
  );
  for (const message of waiting) {
    const reason = await reasonAgainst(tx, message);
    if (reason)
      await tx.update(Message, message, { state: 'SUPPRESSED', suppressedBecause: reason }, 'suppress');
  }
}
