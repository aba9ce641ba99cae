import { centreOf } from '../../../shared/access/centres';
import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { requireCustomer, requireOpenCentre, requireVehicle } from '../peers';
import { estimateColumns } from './estimate';
import { JobCard } from './job-card.entity';
import type { CreateJobCardInput } from './job-card.input';
import { jobCardLifecycle } from './job-card.lifecycle';
import { jobCards } from './job-card.loader';
import { emitJobEvent } from './job-event';
import { recordStatus } from './move-job-card';
import { jobCardNumber } from './number';

/** What a card is about, once it is known to be there and the caller's to use. */
export interface Subject {
  serviceCentreId: string;
  vehicleId: string;
  customerId: string;
}

export async function createJobCard(context: Context, input: CreateJobCardInput): Promise<JobCard> {
  const estimate = estimateColumns(input.estimatedCost);
  const subject = await checkSubject(context, input);
  const { id } = await context.once(
    { operation: 'createJobCard', key: input.idempotencyKey, input },
    async (tx) => {
      const { id: made } = await takeIn(tx, subject, { ...estimate, ...input });
      return { id: made };
    },
  );
  return context.loadOrFail(jobCards, id);
}

type Facts = Pick<CreateJobCardInput, 'complaint' | 'priority' | 'promisedAt'> &
  Partial<Pick<JobCard, 'estimatedCostMinor' | 'estimatedCostCurrency' | 'stageId'>>;

/** For whoever takes a vehicle in: they have checked what it is about. */
export async function takeIn(tx: Transaction, subject: Subject, facts: Facts): Promise<JobCard> {
  const { complaint, priority, promisedAt, estimatedCostMinor, estimatedCostCurrency, stageId } = facts;
  // The series stays locked until COMMIT, so the number is taken as late as can be.
  const count = await tx.nextNumber(subject.serviceCentreId, 'job card');
  const card = await tx.insert(JobCard, {
    ...subject,
    complaint: complaint.trim(),
    priority,
    promisedAt,
    estimatedCostMinor,
    estimatedCostCurrency,
    stageId,
    number: jobCardNumber(count),
    status: jobCardLifecycle.initial,
  });
  await recordStatus(tx, card.id, null, card.status);
  emitJobEvent(tx, 'JobCardCreated', card);
  return card;
}

async function checkSubject(context: Context, input: CreateJobCardInput): Promise<Subject> {
  const serviceCentreId = centreOf(context.identity, input.serviceCentreId, 'input.serviceCentreId');
  if (!serviceCentreId)
    throw badField('input.serviceCentreId', 'REQUIRED', 'Say which service centre this is for.');
  const [ownerId] = await Promise.all([
    requireVehicle(context, input.vehicleId, 'input.vehicleId'),
    requireOpenCentre(context, serviceCentreId, 'input.serviceCentreId'),
  ]);
  const customerId = input.customerId ?? ownerId;
  if (!customerId)
    throw badField('input.customerId', 'REQUIRED', 'The vehicle has no owner: say who brought it.');
  await requireCustomer(context, customerId, 'input.customerId');
  return { serviceCentreId, vehicleId: input.vehicleId, customerId };
}
