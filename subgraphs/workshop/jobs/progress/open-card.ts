import { conflict, invalidTransition } from '../../../../shared/errors';
import type { JobCard } from '../job-card.entity';
import { JobCardStatus, jobCardLifecycle, OVER } from '../job-card.lifecycle';

export const shownOf = ({ id, version, status }: JobCard) => ({ current: { id, version, status } });

/** What is done about the work is over with it. */
export function demandOpen(card: JobCard): void {
  if (OVER.has(card.status))
    throw conflict(`The work of a job card that is ${card.status} does not change any more.`, {
      reason: 'JOB_OVER',
      ...shownOf(card),
    });
}

/** Work goes on while something else of the card is waited for, but not before it was started or while it is paused. */
export function demandBegun(card: JobCard): void {
  demandOpen(card);
  const work = card.status === JobCardStatus.PAUSED ? null : (card.resumesAs ?? card.status);
  if (work !== JobCardStatus.IN_PROGRESS)
    throw conflict(`A job card that is ${card.status} is not being worked on.`, {
      reason: 'JOB_NOT_BEGUN',
      ...shownOf(card),
    });
}

/** By the table of states, but that what waits goes back to where it came from and nowhere else. */
const nextOf = ({ status, resumesAs }: JobCard): readonly JobCardStatus[] =>
  resumesAs ? [resumesAs, JobCardStatus.CANCELLED] : jobCardLifecycle.next(status);

/** INVALID_TRANSITION unless the card is in one of the states from which the command leads there. */
export function demandIn(card: JobCard, from: readonly JobCardStatus[], to: JobCardStatus): void {
  if (!from.includes(card.status)) throw invalidTransition(card.status, to, nextOf(card));
}
