import { reachOf, requireOrganisation } from '../../../../shared/access/identity';
import { badField, conflict } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { LineType } from '../../documents/document-line.entity';
import type { Invoice } from '../invoice.entity';
import { invoices } from '../invoice.loader';
import { draftForWork, invoiceFor } from './draft-for-work';
import type { Price, WorkLine, WorkToBill } from './work-to-bill';

interface ServiceToBill {
  serviceItemId: string | null;
  name: string;
  quantity: string;
  labourHours: string | null;
  unitPrice: Price | null;
  taxCategory: string | null;
}

interface UsedPart {
  used: string;
  unitPrice: Price | null;
  taxCategory: string | null;
  part: { id: string; sku: string; name: string } | null;
}

interface JobToBill extends Omit<WorkToBill, 'lines'> {
  status: string;
  lines: ServiceToBill[];
}

const JOB = `query ($id: ID!) { jobCardToBill(id: $id) { status customerId vehicleId serviceCentreId technicianId
  serviceRequestId lines { serviceItemId name quantity labourHours unitPrice { minorUnits currency } taxCategory } } }`;

const DONE: ReadonlySet<string> = new Set(['COMPLETED', 'DELIVERED']);

const PARTS = `parts { used unitPrice { minorUnits currency } taxCategory part { id sku name } }`;

/** Asked as the program, the work of the workshop and the parts of inventory; null when there is no such job. */
export async function jobToBill(
  context: Context,
  id: string,
): Promise<(WorkToBill & { status: string }) | null> {
  const { peers } = context.asSystem(requireOrganisation(context.identity));
  const { jobCardToBill: job } = await peers.ask<{ jobCardToBill: JobToBill | null }>('workshop', JOB, {
    id,
  });
  if (!job) return null;
  const [used] = await peers.entities<{ parts: UsedPart[] | null }>('inventory', 'JobCard', [id], PARTS);
  return { ...job, lines: [...job.lines.map(serviceLine), ...(used?.parts ?? []).map(partLine)] };
}

/** Work has its price; what is to be taken off it is for the draft. */
const NO_DISCOUNT = { discountPercent: null, discountMinor: null };

/** What was handed out and did not come back, at the price of that moment. */
const partLine = ({ used, unitPrice, taxCategory, part }: UsedPart): WorkLine => ({
  type: LineType.PART,
  code: part?.sku ?? null,
  description: part?.name ?? 'Part',
  quantity: used,
  unitPrice,
  ...NO_DISCOUNT,
  taxCategory,
  serviceItemId: null,
  partId: part?.id ?? null,
});

/** Hours are billed as hours; everything else that was done at a price of its own. */
const serviceLine = (service: ServiceToBill): WorkLine => ({
  type:
    service.labourHours !== null && service.labourHours === service.quantity
      ? LineType.LABOUR
      : LineType.SERVICE,
  code: null,
  description: service.name,
  quantity: service.quantity,
  unitPrice: service.unitPrice,
  ...NO_DISCOUNT,
  taxCategory: service.taxCategory,
  serviceItemId: service.serviceItemId,
  partId: null,
});

/** For a job that the caller sees. Again, or when the program was there first: it is the same invoice. */
export async function createInvoiceFromJobCard(context: Context, jobCardId: string): Promise<Invoice> {
  const [seen] = await context.peers.entities<{ id: string }>('workshop', 'JobCard', [jobCardId], 'id');
  const job = seen ? await jobToBill(context, jobCardId) : null;
  if (!job || !reaches(context, job)) throw badField('jobCardId', 'UNKNOWN', 'There is no such job card.');
  const { status, ...work } = job;
  const made = await invoiceFor(context, { jobCardId });
  if (made) return context.loadOrFail(invoices, made.id);
  if (!DONE.has(status))
    throw conflict(`A job that is ${status} is not billed yet.`, { current: { id: jobCardId, status } });
  return context.loadOrFail(invoices, await draftForWork(context, { jobCardId }, work));
}

/** Who bills their own jobs alone bills those that they did, whichever they see. */
const reaches = ({ identity }: Context, { technicianId }: WorkToBill): boolean =>
  reachOf(identity, 'invoices:create') === 'all' || technicianId === identity.actorId;
