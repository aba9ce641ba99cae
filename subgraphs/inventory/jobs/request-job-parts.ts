import { idList, sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { closedPlace } from '../stock/places-of-centre';
import { demandOpen, requireCard } from './card';
import { answerWith } from './chosen-lines';
import type { JobPart } from './job-part.entity';
import type { RequestJobPartsInput } from './job-part.input';
import { Line } from './line';
import { knowJob, linesOf } from './lock-jobs';
import { type Need, readNeeds } from './needs';
import { type Supply, supplyJobs } from './supply-jobs';

const MOST_LINES_OF_JOB = 200;

/** What is there is held at once; for what is not, the line waits. */
export async function requestJobParts(context: Context, input: RequestJobPartsInput): Promise<JobPart[]> {
  const card = await requireCard(context, input.jobCardId, 'jobParts:request');
  const needs = await readNeeds(context, card, input.lines);
  const { id: jobCardId, serviceCentreId } = card;
  const { kind, actorId } = context.identity;
  const about = { jobCardId, serviceCentreId, requestedById: kind === 'USER' ? actorId : null };
  const { ids } = await context.once(
    { operation: 'requestJobParts', key: input.idempotencyKey, input },
    async (tx) => {
      demandOpen(card);
      await knowJob(tx, card);
      await demandOpenPlaces(tx, needs);
      return supplyJobs(tx, { jobCardId, places: needs, frees: false }, async (supply) => {
        supply.demandOpen(jobCardId);
        await demandRoom(tx, jobCardId, needs.length);
        return { ids: needs.map((need) => addLine(supply, about, need)) };
      });
    },
  );
  return answerWith(context, ids);
}

/** Nobody begins to wait where nothing comes any more: who closes a place meanwhile waits for this, or this for them. */
async function demandOpenPlaces(tx: Transaction, needs: readonly Need[]): Promise<void> {
  const ids = idList(needs.map(({ locationId }) => locationId));
  const places = await tx.query<{ id: string; active: boolean }>(
    sql`select l.id, l.active from inventory.stock_location l
        where l.organisation_id = ${tx.organisationId} and l.id = any(${ids}::uuid[])
        order by l.id for key share of l`,
  );
  const closed = new Set(places.filter(({ active }) => !active).map(({ id }) => id));
  const need = needs.find(({ locationId }) => closed.has(locationId));
  if (need) throw closedPlace(`${need.path}.locationId`);
}

/** All parts of a job are read at once. */
async function demandRoom(tx: Transaction, jobCardId: string, more: number): Promise<void> {
  const { length } = await linesOf(tx, jobCardId);
  if (length + more > MOST_LINES_OF_JOB)
    throw badField('input.lines', 'TOO_MANY', `A job has at most ${MOST_LINES_OF_JOB} lines of parts.`);
}

type About = Pick<JobPart, 'jobCardId' | 'serviceCentreId' | 'requestedById'>;

/** Nobody buys more of what is discontinued: what is not there never comes. */
function addLine(supply: Supply, about: About, need: Need): string {
  const { partId, locationId, quantity, part, path } = need;
  const line = Line.asked({ ...about, partId, locationId }, quantity);
  line.hold(supply.stock);
  if (part.discontinuedAt && line.missing.gt(0))
    throw badField(
      `${path}.quantity`,
      'DISCONTINUED',
      `${part.sku} is not bought any more, and ${line.missing.toFixed()} too few are left.`,
    );
  supply.add(line);
  return line.id;
}
