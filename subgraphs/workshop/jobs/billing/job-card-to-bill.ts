import { Decimal } from 'decimal.js';
import { sql } from '../../../../shared/database/sql';
import type { Context } from '../../../../shared/subgraph/context';
import { serviceRequests } from '../../requests/service-request.loader';
import { everyCard } from '../job-card.loader';
import type { JobService } from '../services/job-service.entity';
import { JobServiceStatus } from '../services/job-service.lifecycle';
import { everyJobService } from '../services/job-service.loader';
import { billedQuantity, unitPriceOf } from '../services/labour-pricing';
import type { JobCardToBill, JobLineToBill } from './job-card-to-bill.type';

/** Services that were done, approved ones among them; what was skipped is not billed. Null when there is no such card. */
export async function jobCardToBill(context: Context, id: string): Promise<JobCardToBill | null> {
  const card = await context.load(everyCard, id);
  if (!card) return null;
  const order = { by: ['createdAt' as const], descending: false };
  const [request] = await context.reader.rows(serviceRequests, sql`t.job_card_id = ${card.id}`);
  const services = await context.childrenOf(everyJobService, 'jobCardId', card.id, order);
  const done = services.filter(({ status }) => status === JobServiceStatus.COMPLETED);
  const { number, status, customerId, vehicleId, serviceCentreId, technicianId, completedAt } = card;
  return {
    id: card.id,
    number,
    status,
    customerId,
    vehicleId,
    serviceCentreId,
    technicianId,
    serviceRequestId: request?.id ?? null,
    completedAt,
    lines: done.map(lineOf),
  };
}

const lineOf = (service: JobService): JobLineToBill => ({
  jobServiceId: service.id,
  additionalServiceId: service.additionalServiceId,
  serviceItemId: service.serviceItemId,
  name: service.name,
  description: service.description,
  quantity: billedQuantity(service),
  labourHours: service.labourHours && new Decimal(service.quantity).times(service.labourHours).toFixed(),
  unitPrice: unitPriceOf(service),
  taxCategory: service.taxCategory,
});
