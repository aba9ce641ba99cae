import { Decimal } from 'decimal.js';
import { reachOf, worksIn } from '../../../shared/access/identity';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { reaches } from '../jobs/card';
import { everyIssue, everyJobPart } from '../jobs/job-part.loader';
import { lockJobs } from '../jobs/lock-jobs';
import { CounterOrderStatus } from '../sales/counter-order.lifecycle';
import { everyCounterOrder, everyCounterOrderLine } from '../sales/counter-order.loader';
import { averageOf, type Cost, costOfColumns } from '../stock/cost';

/** A line by which parts were sold, and where it belongs: what never changes of it. */
export interface SoldLine {
  id: string;
  partId: string;
  serviceCentreId: string;
  /** As the columns of what refers to it. */
  columns: {
    jobCardId: string | null;
    jobPartId: string | null;
    counterOrderId: string | null;
    counterOrderLineId: string | null;
  };
  /** Which field of the input named it. */
  path: string;
}

/** What was issued of it and did not come back, and what one of that had cost. */
export interface Kept {
  quantity: Decimal;
  cost: Cost | null;
}

interface Named {
  jobPartId?: string | null;
  counterOrderLineId?: string | null;
}

/** The line that an input names, if the permission reaches it. */
export async function requireSoldLine(
  context: Context,
  { jobPartId, counterOrderLineId }: Named,
  permission: string,
): Promise<SoldLine> {
  if (jobPartId && counterOrderLineId)
    throw badField('input.counterOrderLineId', 'ONE_LINE', 'It is a line of a job or of an order, not both.');
  const line = jobPartId
    ? await lineOfJob(context, jobPartId, permission)
    : counterOrderLineId
      ? await lineOfOrder(context, counterOrderLineId, permission)
      : null;
  if (line) return line;
  const path = counterOrderLineId ? 'input.counterOrderLineId' : 'input.jobPartId';
  if (!jobPartId && !counterOrderLineId)
    throw badField(path, 'REQUIRED', 'Say of which line of a job or of an order.');
  throw badField(path, 'UNKNOWN', 'There is no such line.');
}

/** Whose a job is, is the workshop’s to say. */
async function lineOfJob(context: Context, id: string, permission: string): Promise<SoldLine | null> {
  const line = await context.load(everyJobPart, id);
  if (!line || !(await reaches(context, permission, line.jobCardId))) return null;
  const { partId, serviceCentreId, jobCardId } = line;
  const columns = { jobCardId, jobPartId: line.id, counterOrderId: null, counterOrderLineId: null };
  return { id: line.id, partId, serviceCentreId, columns, path: 'input.jobPartId' };
}

/** An order over the counter is nobody’s own. */
async function lineOfOrder(context: Context, id: string, permission: string): Promise<SoldLine | null> {
  if (reachOf(context.identity, permission) !== 'all') return null;
  const line = await context.load(everyCounterOrderLine, id);
  const order = line && (await context.load(everyCounterOrder, line.counterOrderId));
  if (!order || !worksIn(context.identity, order.serviceCentreId)) return null;
  const columns = {
    jobCardId: null,
    jobPartId: null,
    counterOrderId: order.id,
    counterOrderLineId: line.id,
  };
  return {
    id: line.id,
    partId: line.partId,
    serviceCentreId: order.serviceCentreId,
    columns,
    path: 'input.counterOrderLineId',
  };
}

/** Locks the job or the order, so that nothing comes back and nobody else claims meanwhile. */
export function lockSold(tx: Transaction, { id, columns }: SoldLine): Promise<Kept> {
  const { jobCardId, counterOrderId } = columns;
  return jobCardId ? lockJobLine(tx, jobCardId, id) : lockOrderLine(tx, counterOrderId!, id);
}

async function lockJobLine(tx: Transaction, jobCardId: string, id: string): Promise<Kept> {
  await lockJobs(tx, [jobCardId], []);
  const issues = await tx.rows(
    everyIssue,
    sql`t.organisation_id = ${tx.organisationId} and t.job_part_id = ${id}`,
  );
  const kept = issues.map(({ quantity, returned, unitCost, costCurrency }) => ({
    quantity: new Decimal(quantity).minus(returned),
    cost: costOfColumns(unitCost, costCurrency),
  }));
  return {
    quantity: kept.reduce((sum, { quantity }) => sum.plus(quantity), new Decimal(0)),
    cost: averageOf(kept),
  };
}

async function lockOrderLine(tx: Transaction, orderId: string, id: string): Promise<Kept> {
  const { status } = await tx.lock(everyCounterOrder, orderId);
  const [line] = await tx.rows(
    everyCounterOrderLine,
    sql`t.organisation_id = ${tx.organisationId} and t.id = ${id}`,
  );
  const isSold = line && status === CounterOrderStatus.DELIVERED;
  return {
    quantity: new Decimal(isSold ? line.quantity : 0),
    cost: isSold ? costOfColumns(line.unitCost, line.costCurrency) : null,
  };
}
