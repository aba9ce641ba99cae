import { reachOf } from '../../../shared/access/identity';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { textOf } from '../crm/customer.columns';
import { changeableCustomers } from '../crm/customer.loader';
import { suppressQueued } from '../messages/suppress';
import { Consent, ConsentSource } from './consent.entity';
import type { RecordConsentInput } from './consent.input';
import { recordedConsents } from './consent.loader';

/** Clocks of clients differ a little. */
const CLOCKS_DIFFER_MS = 60_000;

export async function recordConsent(context: Context, input: RecordConsentInput): Promise<Consent> {
  const occurredAt = input.occurredAt ?? context.kernel.clock.now();
  check(context, input, occurredAt);
  const { customerId, channel, purpose, given, source, evidence } = input;
  const { id } = await context.once(
    { operation: 'recordConsent', key: input.idempotencyKey, input },
    async (tx) => {
      const customer = await tx.lock(changeableCustomers, customerId);
      const consent = await tx.insert(Consent, {
        customerId: customer.id,
        channel,
        purpose,
        given,
        source,
        evidence: textOf(evidence) ?? null,
        occurredAt,
        recordedBy: tx.identity.actorId,
      });
      if (!given) await suppressQueued(tx, { channel, customerId });
      tx.emit({
        name: 'ConsentRecorded',
        subjectType: 'Customer',
        subjectId: customerId,
        payload: { channel, purpose, given },
      });
      return { id: consent.id };
    },
  );
  return context.loadOrFail(recordedConsents, id);
}

function check({ identity, kernel }: Context, { source }: RecordConsentInput, occurredAt: Date): void {
  if (occurredAt.getTime() > kernel.clock.now().getTime() + CLOCKS_DIFFER_MS)
    throw badField('input.occurredAt', 'FUTURE', 'Nobody has said it yet.');
  if (source === ConsentSource.REPLY)
    throw badField('input.source', 'REPLY', 'Replies to messages are recorded when they come in.');
  const isOwn = reachOf(identity, 'customers:update') === 'own';
  if (isOwn !== (source === ConsentSource.PORTAL))
    throw badField(
      'input.source',
      'PORTAL',
      'PORTAL is what customers say with their own account, and nothing else is.',
    );
}
