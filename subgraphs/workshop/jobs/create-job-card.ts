import { centreOf } from '../../../shared/access/centres';
import { requireOrganisation } from '../../../shared/access/identity';
import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { estimateColumns } from './estimate';
import { JobCard } from './job-card.entity';
import type { CreateJobCardInput } from './job-card.input';
import { jobCardLifecycle } from './job-card.lifecycle';
import { jobCards } from './job-card.loader';
import { recordStatus } from './move-job-card';
import { jobCardNumber } from './number';

/** What a card is about, once it is known to be there and the caller's to use. */
interface Subject {
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
      const card = await takeIn(tx, subject, { ...estimate, ...input });
      tx.emit({
        name: 'JobCardCreated',
        subjectType: 'JobCard',
        subjectId: card.id,
        payload: { ...subject },
      });
      return { id: card.id };
    },
  );
  return context.loadOrFail(jobCards, id);
}

type Facts = Pick<CreateJobCardInput, 'complaint' | 'priority' | 'promisedAt'> &
  Partial<Pick<JobCard, 'estimatedCostMinor' | 'estimatedCostCurrency'>>;

async function takeIn(tx: Transaction, subject: Subject, facts: Facts): Promise<JobCard> {
  const { complaint, priority, promisedAt, estimatedCostMinor, estimatedCostCurrency } = facts;
  // The series stays locked until COMMIT, so the number is taken as late as can be.
  const count = await tx.nextNumber(subject.serviceCentreId, 'job card');
  const card = await tx.insert(JobCard, {
    ...subject,
    complaint: complaint.trim(),
    priority,
    promisedAt,
    estimatedCostMinor,
    estimatedCostCurrency,
    number: jobCardNumber(count),
    status: jobCardLifecycle.initial,
  });
  await recordStatus(tx, card.id, null, card.status);
  return card;
}

/** Vehicle, customer and service centre belong to other subgraphs: only those know what is there. */
async function checkSubject(context: Context, input: CreateJobCardInput): Promise<Subject> {
  const serviceCentreId = centreOf(context.identity, input.serviceCentreId, 'input.serviceCentreId');
  if (!serviceCentreId)
    throw badField('input.serviceCentreId', 'REQUIRED', 'Say which service centre this is for.');
  const [ownerId] = await Promise.all([
    requireVehicle(context, input.vehicleId),
    requireOpenCentre(context, serviceCentreId),
  ]);
  const customerId = input.customerId ?? ownerId;
  if (!customerId)
    throw badField('input.customerId', 'REQUIRED', 'The vehicle has no owner: say who brought it.');
  await requireCustomer(context, customerId);
  return { serviceCentreId, vehicleId: input.vehicleId, customerId };
}

/** Its owner, who may be nobody. */
async function requireVehicle(context: Context, id: string): Promise<string | null> {
  const [vehicle] = await context.peers.entities<{ archivedAt: string | null; owner: { id: string } | null }>(
    'vehicle',
    'Vehicle',
    [id],
    'archivedAt owner { id }',
  );
  if (!vehicle) throw badField('input.vehicleId', 'UNKNOWN', 'There is no such vehicle.');
  if (vehicle.archivedAt) throw badField('input.vehicleId', 'ARCHIVED', 'The vehicle is archived.');
  return vehicle.owner?.id ?? null;
}

async function requireCustomer(context: Context, id: string): Promise<void> {
  const [customer] = await context.peers.entities<{ id: string }>('customer', 'Customer', [id], 'id');
  if (!customer) throw badField('input.customerId', 'UNKNOWN', 'There is no such customer.');
}

/** Asked as the program: that the caller works there is known, they need not be able to read its record. */
async function requireOpenCentre(context: Context, id: string): Promise<void> {
  const system = context.asSystem(requireOrganisation(context.identity));
  const [centre] = await system.peers.entities<{ active: boolean }>(
    'customer',
    'ServiceCentre',
    [id],
    'active',
  );
  if (!centre) throw badField('input.serviceCentreId', 'UNKNOWN', 'There is no such service centre.');
  if (!centre.active)
    throw badField('input.serviceCentreId', 'CLOSED', 'The service centre takes no work any more.');
}
