import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import type { Context } from '../../../../shared/subgraph/context';
import type { JobCard } from '../job-card.entity';
import { emitJobEvent } from '../job-event';
import { AdditionalService } from './additional-service.entity';
import type { WithdrawAdditionalServiceArgs } from './additional-service.input';
import { AdditionalServiceStatus, additionalServiceLifecycle } from './additional-service.lifecycle';
import { everyAdditionalService } from './additional-service.loader';
import { changeProposal } from './change-proposal';
import { closeLinks, settleApproval } from './settle-approval';

const { WITHDRAWN } = AdditionalServiceStatus;

export async function withdrawAdditionalService(
  context: Context,
  args: WithdrawAdditionalServiceArgs,
): Promise<AdditionalService> {
  const withdrawn = await changeProposal(context, args, async (tx, card, proposal) => {
    await withdraw(tx, card, proposal);
    await settleApproval(tx, card, 'withdraw');
  });
  context.kernel.topics.accessChanged(context.identity.organisationId!);
  return withdrawn;
}

/** All that is undecided of a locked card. */
export async function withdrawProposals(tx: Transaction, card: JobCard): Promise<void> {
  const undecided = await tx.rows(
    everyAdditionalService,
    sql`t.organisation_id = ${tx.organisationId} and t.job_card_id = ${card.id} and t.status = 'PROPOSED'`,
    sql`order by t.id for no key update of t`,
  );
  for (const proposal of undecided) await withdraw(tx, card, proposal);
}

async function withdraw(tx: Transaction, card: JobCard, proposal: AdditionalService): Promise<void> {
  additionalServiceLifecycle.demand(proposal.status, WITHDRAWN);
  await tx.update(AdditionalService, proposal, { status: WITHDRAWN }, 'withdraw');
  await closeLinks(tx, proposal.id);
  emitJobEvent(tx, 'AdditionalServiceWithdrawn', card, { additionalServiceId: proposal.id });
}
