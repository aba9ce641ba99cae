import { sql } from '../../../../shared/database/sql';
import type { EventHandler } from '../../../../shared/events/handler';
import { isId } from '../../../../shared/ids';
import { OVER } from '../job-card.lifecycle';
import { everyCard } from '../job-card.loader';
import { JobCardWait } from './job-card-wait';
import { addWait, endWait } from './waits';

interface PartsChanged {
  jobCardId: string;
  /** How many lines are not fully reserved or issued. */
  waiting: number;
  /** Grows with each change of the card's parts. */
  revision: number;
}

function parse({ jobCardId, waiting, revision }: Record<string, unknown>): PartsChanged {
  if (!isId(jobCardId) || !Number.isSafeInteger(waiting) || !Number.isSafeInteger(revision))
    throw new Error('JobPartsChanged without its card, number or revision.');
  return { jobCardId, waiting: waiting as number, revision: revision as number };
}

/** Events come in any order: what is older than what is known already changes nothing. */
export const partsChangedHandler: EventHandler = {
  event: 'JobPartsChanged',
  name: 'workshop.follow-job-parts',
  async handle(tx, { payload }) {
    const { jobCardId, waiting, revision } = parse(payload);
    const news = await tx.query(sql`update workshop.job_card set parts_revision = ${revision}
      where organisation_id = ${tx.organisationId} and id = ${jobCardId} and parts_revision < ${revision}
      returning id`);
    if (news.length === 0) return;
    const card = await tx.lock(everyCard, jobCardId);
    if (OVER.has(card.status)) return;
    if (waiting > 0) await addWait(tx, card, JobCardWait.PARTS, { action: 'wait for parts' });
    else await endWait(tx, card, JobCardWait.PARTS, { action: 'parts are there' });
  },
};
