import { addSeconds } from '../../../shared/clock';
import type { Transaction } from '../../../shared/database/transaction';
import { defineTask } from '../../../shared/events/task';
import { isId } from '../../../shared/ids';
import { createLink, revokeLinks } from '../../../shared/links/links';
import type { Context } from '../../../shared/subgraph/context';
import { kindOf } from '../messages/kinds/catalogue';
import { type Cause, readFacts } from '../messages/kinds/facts';
import { customerRecipient, type Recipient } from '../messages/kinds/recipients';
import { senderOf } from '../messages/kinds/sender';
import { type Telling, tell, wasTold } from '../messages/kinds/tell';
import { linkAddress } from '../messages/link-address';
import { PURPOSES } from '../sign-in/held-link';

export const ASK_FOR_APPROVAL_TASK = 'ask-for-approval';
const LINK_SECONDS = 7 * 24 * 60 * 60;
const KIND = 'APPROVAL_NEEDED';
/** What is proposed, and the decision on it. */
const PERMISSIONS = { 'jobs:read': 'own', 'jobs:decide': 'own' } as const;
const RECORD = 'AdditionalService';

/** An event about a job that names what is proposed. */
type Asking = Cause & { payload: { additionalServiceId: string; customerId: string } };

/** By a link that needs no account and opens what is proposed alone; another proposal closes the link to the last. */
export const askForApprovalTask = defineTask<Asking>({
  name: ASK_FOR_APPROVAL_TASK,
  parse({ eventId, subjectType, subjectId, payload }) {
    const { additionalServiceId, customerId } = payload as Record<string, unknown>;
    if (!isId(eventId) || !isId(subjectId) || !isId(additionalServiceId) || !isId(customerId))
      throw new Error('An approval without its event, proposal or customer.');
    return { eventId, subjectType, subjectId, payload } as Asking;
  },
  run: (asking, context) => askForApproval(context, asking),
});

interface Proposal {
  status: string;
  version: number;
}

async function askForApproval(context: Context, cause: Asking): Promise<void> {
  const { additionalServiceId, customerId } = cause.payload;
  const [proposal] = await context.peers.entities<Proposal>(
    'workshop',
    RECORD,
    [additionalServiceId],
    'status version',
  );
  const [recipient] = await customerRecipient(context, customerId);
  if (proposal?.status !== 'PROPOSED' || !recipient) return;
  const { facts, serviceCentreId } = await readFacts(context, kindOf(KIND).facts, cause);
  const telling = {
    kind: KIND,
    // What was asked for meanwhile in a newer version is not asked for again.
    occasion: `${additionalServiceId}:${proposal.version}`,
    sender: await senderOf(context, serviceCentreId),
    serviceCentreId,
    facts,
    related: { type: cause.subjectType, id: cause.subjectId },
  } as const;
  await context.transaction((tx) => ask(tx, context, { telling, recipient, cause }));
  context.kernel.topics.accessChanged(context.identity.organisationId!);
}

interface Question {
  telling: Telling;
  recipient: Recipient;
  cause: Asking;
}

async function ask(tx: Transaction, { kernel }: Context, { telling, recipient, cause }: Question) {
  const { additionalServiceId, customerId } = cause.payload;
  if (await wasTold(tx, telling, recipient)) return;
  await revokeLinks(tx, { recordId: additionalServiceId, purpose: PURPOSES.approval });
  const { id, token } = await createLink(tx, {
    purpose: PURPOSES.approval,
    recordType: RECORD,
    recordId: additionalServiceId,
    permissions: PERMISSIONS,
    customerId,
    expiresAt: addSeconds(tx.now, LINK_SECONDS),
    singleUse: true,
  });
  const link = linkAddress(kernel.environment, PURPOSES.approval, token);
  await tell(tx, { ...telling, facts: { ...telling.facts, link } }, recipient);
  tx.audit('ask for approval', 'Customer', customerId, { link: id, additionalServiceId });
}
