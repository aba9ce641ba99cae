import type { Transaction } from '../../../../shared/database/transaction';
import { notFound } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { JobCard } from '../job-card.entity';
import { changeableCards } from '../services/change-service';
import type { AdditionalService } from './additional-service.entity';
import { additionalServices, everyAdditionalService } from './additional-service.loader';

interface Which {
  id: string;
  expectedVersion?: number | null | undefined;
}

type Change = (tx: Transaction, card: JobCard, proposal: AdditionalService) => Promise<void>;

/** By those who work on the card, which is locked first. */
export async function changeProposal(
  context: Context,
  { id, expectedVersion }: Which,
  change: Change,
): Promise<AdditionalService> {
  const seen = await context.load(additionalServices, id);
  if (!seen) throw notFound(additionalServices.called);
  await context.transaction(async (tx) => {
    const card = await tx.lock(changeableCards, seen.jobCardId);
    await change(tx, card, await tx.lock(everyAdditionalService, id, expectedVersion));
  });
  return context.loadOrFail(additionalServices, id);
}
