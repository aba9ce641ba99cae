import { badField, invalidTransition, notFound } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { everyCard } from '../job-card.loader';
import { emitJobEvent } from '../job-event';
import { currencyFor } from '../services/labour';
import { AdditionalService } from './additional-service.entity';
import type { UpdateAdditionalServiceInput } from './additional-service.input';
import { AdditionalServiceStatus, additionalServiceLifecycle } from './additional-service.lifecycle';
import { additionalServices } from './additional-service.loader';
import { changeProposal } from './change-proposal';
import { amountColumns, linesOf } from './proposed-work';

const { PROPOSED } = AdditionalServiceStatus;

/** Whoever saw it before decides on nothing any more: the version is another. */
export async function updateAdditionalService(
  context: Context,
  id: string,
  input: UpdateAdditionalServiceInput,
): Promise<AdditionalService> {
  const { expectedVersion, title, reason, amount } = input;
  for (const [field, value] of Object.entries({ title, lines: input.lines }))
    if (value === null) throw badField(`input.${field}`, 'REQUIRED', 'It cannot be empty.');
  const seen = await context.load(additionalServices, id);
  if (!seen) throw notFound(additionalServices.called);
  const { serviceCentreId } = await context.loadOrFail(everyCard, seen.jobCardId);
  const currency = await currencyFor(context);
  const lines = input.lines && (await linesOf(context, input.lines, { serviceCentreId, currency }));
  return changeProposal(context, { id, expectedVersion }, async (tx, card, proposal) => {
    if (proposal.status !== PROPOSED)
      throw invalidTransition(proposal.status, PROPOSED, additionalServiceLifecycle.next(proposal.status));
    const changed = await tx.update(AdditionalService, proposal, {
      title: title?.trim(),
      reason: reason?.trim() ?? reason,
      lines,
      ...(lines || amount !== undefined ? amountColumns(lines ?? proposal.lines, amount, currency) : {}),
    });
    if (changed.version !== proposal.version)
      emitJobEvent(tx, 'AdditionalServiceRevised', card, { additionalServiceId: id });
  });
}
