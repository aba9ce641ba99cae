import { setTimeout as pause } from 'node:timers/promises';
import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { ApiError } from '../../../../shared/errors';
import { derivedId } from '../../../../shared/ids';
import type { Context } from '../../../../shared/subgraph/context';
import { Consent, ConsentPurpose, ConsentSource } from '../../consents/consent.entity';
import { OptOut } from '../../consents/opt-out.entity';
import { optOuts } from '../../consents/opt-out.loader';
import type { Customer } from '../../crm/customer.entity';
import { customers } from '../../crm/customer.loader';
import { addressHash, alone } from '../address';
import type { MessageChannel } from '../channels';
import { suppressQueued } from '../suppress';
import { wordIn } from './words';

/** What somebody answered, as the provider hands it on. */
export interface Reply {
  channel: MessageChannel;
  /** The phone, as E.164. */
  from: string;
  /** The provider's name for the reply. */
  providerId: string;
  body: string;
}

const LOOK_AGAIN_MS = 20;
/** Providers do not wait much longer for an answer. */
const PATIENCE_MS = 8_000;

/**
 * The installation has one number for all its organisations: a word counts for each that has written to the phone. When
 * this resolves after a STOP, nothing more goes out, not even what was being handed to the provider meanwhile.
 */
export async function takeReply(context: Context, reply: Reply): Promise<void> {
  const word = wordIn(reply.body);
  if (!word) return;
  const hash = addressHash({ channel: reply.channel, to: reply.from });
  const wrote = await context.reader.query<{ id: string }>(
    sql`select id from customer.organisations_that_wrote(${reply.channel}, ${hash}) as w(id) order by id`,
  );
  const systems = wrote.map(({ id }) => context.asSystem(id));
  for (const system of systems) await system.transaction((tx) => takeWord(tx, reply, hash, word === 'STOP'));
  if (word === 'STOP') await Promise.all(systems.map((system) => untilNobodySends(system, hash)));
}

async function takeWord(tx: Transaction, reply: Reply, hash: string, stopped: boolean): Promise<void> {
  const { channel, providerId } = reply;
  await alone(tx, hash);
  const id = derivedId(`reply:${tx.organisationId}:${providerId}`);
  // The provider says it twice when our answer was lost.
  if ((await tx.rows(optOuts, sql`t.id = ${id}`)).length) return;
  await tx.insert(OptOut, { id, channel, addressHash: hash, stopped, occurredAt: tx.now });
  const holders = await tx.rows(customers, sql`t.phone = ${reply.from}`, sql`order by t.id`);
  for (const customer of holders) await recordFor(tx, customer, reply, stopped);
  if (stopped) await suppressQueued(tx, { channel, addressHash: hash });
}

/** A STOP takes everything; a START gives back what was there before, and no advertising that nobody wanted. */
async function recordFor(tx: Transaction, customer: Customer, reply: Reply, stopped: boolean): Promise<void> {
  const { channel, body } = reply;
  const purposes = [ConsentPurpose.SERVICE];
  if (stopped || (await wantedAdvertising(tx, customer.id, channel))) purposes.push(ConsentPurpose.MARKETING);
  for (const purpose of purposes)
    await tx.insert(Consent, {
      customerId: customer.id,
      channel,
      purpose,
      given: !stopped,
      source: ConsentSource.REPLY,
      evidence: `${body.trim()} (${reply.providerId})`,
      occurredAt: tx.now,
      recordedBy: null,
    });
  tx.emit({
    name: 'ConsentRecorded',
    subjectType: 'Customer',
    subjectId: customer.id,
    payload: { channel, purposes, given: !stopped },
  });
}

async function wantedAdvertising(
  tx: Transaction,
  customerId: string,
  channel: MessageChannel,
): Promise<boolean> {
  const [latest] = await tx.query<{ given: boolean }>(
    sql`select c.given from customer.consent c where c.organisation_id = ${tx.organisationId}
        and c.customer_id = ${customerId} and c.channel = ${channel} and c.purpose = 'MARKETING'
        and c.source <> 'REPLY' order by c.occurred_at desc, c.id desc limit 1`,
  );
  return latest?.given ?? false;
}

async function untilNobodySends(system: Context, hash: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const [row] = await system.reader.query<{ busy: boolean }>(
      sql`select exists (select from customer.message t where t.organisation_id = ${system.identity.organisationId}
          and t.address_hash = ${hash} and t.sending_until > now()) as busy`,
    );
    if (!row!.busy) return;
    if (Date.now() > until) throw new ApiError('BUSY', 'A message to this phone is still being sent.');
    await pause(LOOK_AGAIN_MS);
  }
}
