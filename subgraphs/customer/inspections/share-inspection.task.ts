import type { Transaction } from '../../../shared/database/transaction';
import { defineTask } from '../../../shared/events/task';
import { isId } from '../../../shared/ids';
import { createLink } from '../../../shared/links/links';
import type { Context } from '../../../shared/subgraph/context';
import { kindOf } from '../messages/kinds/catalogue';
import { type Cause, readFacts } from '../messages/kinds/facts';
import { customerRecipient, type Recipient } from '../messages/kinds/recipients';
import { senderOf } from '../messages/kinds/sender';
import { type Telling, tell, wasTold } from '../messages/kinds/tell';
import { linkAddress } from '../messages/link-address';
import { PURPOSES } from '../sign-in/held-link';

export const SHARE_INSPECTION_TASK = 'share-inspection';
const KIND = 'INSPECTION_SHARED';
const RECORD = 'Inspection';

/** An event about an inspection that names whose job it is. */
type Sharing = Cause & { payload: { customerId: string } };

/** By a link that needs no account and opens this inspection alone, for as long as the inspection says. */
export const shareInspectionTask = defineTask<Sharing>({
  name: SHARE_INSPECTION_TASK,
  parse({ eventId, subjectType, subjectId, payload }) {
    const { customerId } = (payload ?? {}) as Record<string, unknown>;
    if (!isId(eventId) || !isId(subjectId) || !isId(customerId))
      throw new Error('An inspection to share without its event or customer.');
    return { eventId, subjectType, subjectId, payload } as Sharing;
  },
  run: (sharing, context) => share(context, sharing),
});

async function share(context: Context, cause: Sharing): Promise<void> {
  const { subjectId: inspectionId, payload } = cause;
  const [inspection] = await context.peers.entities<{ sharedUntil: string | null }>(
    'workshop',
    RECORD,
    [inspectionId],
    'sharedUntil',
  );
  const [recipient] = await customerRecipient(context, payload.customerId);
  // Taken back meanwhile, it is not sent.
  if (!inspection?.sharedUntil || !recipient) return;
  const { facts, serviceCentreId } = await readFacts(context, kindOf(KIND).facts, cause);
  const telling: Telling = {
    kind: KIND,
    occasion: cause.eventId,
    sender: await senderOf(context, serviceCentreId),
    serviceCentreId,
    facts,
    related: { type: RECORD, id: inspectionId },
  };
  const expiresAt = new Date(inspection.sharedUntil);
  await context.transaction((tx) => send(tx, context, { telling, recipient, expiresAt, inspectionId }));
}

interface Sending {
  telling: Telling;
  recipient: Recipient;
  expiresAt: Date;
  inspectionId: string;
}

async function send(
  tx: Transaction,
  { kernel }: Context,
  { telling, recipient, expiresAt, inspectionId }: Sending,
): Promise<void> {
  if (await wasTold(tx, telling, recipient)) return;
  const { id, token } = await createLink(tx, {
    purpose: PURPOSES.inspection,
    recordType: RECORD,
    recordId: inspectionId,
    permissions: { 'inspections:read': 'own' },
    customerId: recipient.customerId,
    expiresAt,
    singleUse: false,
  });
  const link = linkAddress(kernel.environment, PURPOSES.inspection, token);
  await tell(tx, { ...telling, facts: { ...telling.facts, link } }, recipient);
  tx.audit('share inspection', 'Customer', recipient.customerId!, { link: id, inspectionId });
}
