import type { Transaction } from '../../../../shared/database/transaction';
import { JobCard } from '../job-card.entity';
import { IN_HAND, JobCardStatus } from '../job-card.lifecycle';
import { emitJobEvent } from '../job-event';
import { moveJobCard, type Step } from '../move-job-card';
import { JobCardWait, WAITS } from './job-card-wait';

const STANDS_IN: Readonly<Record<JobCardWait, JobCardStatus>> = {
  [JobCardWait.PARTS]: JobCardStatus.WAITING_PARTS,
  [JobCardWait.APPROVAL]: JobCardStatus.WAITING_APPROVAL,
  [JobCardWait.OTHER]: JobCardStatus.PAUSED,
};

/** A locked card waits for one thing more. */
export const addWait = (tx: Transaction, card: JobCard, wait: JobCardWait, step: Step): Promise<JobCard> =>
  waitFor(
    tx,
    card,
    WAITS.filter((each) => each === wait || card.waitingFor.includes(each)),
    step,
  );

/** A locked card waits for one thing less. */
export const endWait = (tx: Transaction, card: JobCard, wait: JobCardWait, step: Step): Promise<JobCard> =>
  waitFor(
    tx,
    card,
    card.waitingFor.filter((each) => each !== wait),
    step,
  );

/** Takes a locked card to a state of work, and on from there to where it waits, if it waits for anything. */
export async function takeUp(
  tx: Transaction,
  card: JobCard,
  to: JobCardStatus,
  step: Step,
): Promise<JobCard> {
  const { waitingFor } = card;
  const patch = { ...step.patch, waitingFor: [], resumesAs: null };
  const working = await moveJobCard(tx, card, to, { ...step, patch });
  return waitFor(tx, working, waitingFor, { action: 'wait' });
}

async function waitFor(
  tx: Transaction,
  card: JobCard,
  waitingFor: JobCardWait[],
  step: Step,
): Promise<JobCard> {
  if (waitingFor.join() === card.waitingFor.join()) return card;
  const waiting = IN_HAND.has(card.status)
    ? await standOn(tx, card, waitingFor, step)
    : await tx.update(JobCard, card, { waitingFor }, step.action);
  emitJobEvent(tx, eventOf(card, waiting), card, { waitingFor });
  return waiting;
}

/** From one state of waiting it comes to another over the state of work that it came from. */
async function standOn(
  tx: Transaction,
  card: JobCard,
  waitingFor: JobCardWait[],
  step: Step,
): Promise<JobCard> {
  const work = card.resumesAs ?? card.status;
  const to = waitingFor[0] ? STANDS_IN[waitingFor[0]] : work;
  if (to === card.status) return tx.update(JobCard, card, { waitingFor }, step.action);
  const working = card.resumesAs
    ? await moveJobCard(tx, card, work, { ...step, patch: { waitingFor: [], resumesAs: null } })
    : card;
  if (to === work) return working;
  return moveJobCard(tx, working, to, { ...step, patch: { waitingFor, resumesAs: work } });
}

function eventOf(before: JobCard, { status }: JobCard): string {
  if (status === JobCardStatus.PAUSED) return 'JobCardPaused';
  if (status === JobCardStatus.WAITING_PARTS || status === JobCardStatus.WAITING_APPROVAL)
    return 'JobCardWaiting';
  return status === before.status ? 'JobCardUpdated' : 'JobCardResumed';
}
