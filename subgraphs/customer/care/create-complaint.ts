import { centreOf } from '../../../shared/access/centres';
import { type Identity, reachOf } from '../../../shared/access/identity';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badField, forbidden } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { customers } from '../crm/customer.loader';
import { linkCustomer } from '../crm/link-customer';
import { workplaces } from '../identity/service-centre.loader';
import { ComplaintPriority } from './care.enums';
import type { Complaint } from './complaint.entity';
import type { CreateComplaintInput } from './complaint.input';
import { complaintsFor } from './complaint.loader';
import { openComplaint } from './open-complaint';
import { requireVisit, type Visit } from './visit';

const NEEDED = 'complaints:create';
const registered = complaintsFor(NEEDED);

interface Subject {
  customerId: string;
  serviceCentreId: string;
}

export async function createComplaint(context: Context, input: CreateComplaintInput): Promise<Complaint> {
  const visit = input.jobCardId ? await requireVisit(context, input.jobCardId, NEEDED) : null;
  const subject = subjectOf(context.identity, input, visit);
  if (input.priority && !isStaff(context.identity))
    throw badField('input.priority', 'STAFF_ONLY', 'How urgent it is, the shop decides.');
  const { id } = await context.once(
    { operation: 'createComplaint', key: input.idempotencyKey, input },
    async (tx) => {
      await requireSubject(tx, subject, visit);
      const complaint = await openComplaint(tx, {
        ...subject,
        jobCardId: visit?.jobCardId ?? null,
        category: input.category,
        priority: input.priority ?? ComplaintPriority.MEDIUM,
        description: input.description.trim(),
      });
      return { id: complaint.id };
    },
  );
  return context.loadOrFail(registered, id);
}

const isStaff = (identity: Identity): boolean => reachOf(identity, NEEDED) === 'all';

/** Who complains about which service centre, by what was said and what the job says. */
function subjectOf(identity: Identity, input: CreateComplaintInput, visit: Visit | null): Subject {
  const own = isStaff(identity) ? null : identity.customerId;
  if (!isStaff(identity) && !own) throw forbidden(NEEDED);
  const customerId = input.customerId ?? own ?? visit?.customerId;
  if (!customerId) throw badField('input.customerId', 'REQUIRED', 'Say who complains.');
  if ((own && customerId !== own) || (visit && customerId !== visit.customerId))
    throw badField('input.customerId', 'UNKNOWN', 'There is no such customer, or the job is another’s.');
  if (visit && input.serviceCentreId && input.serviceCentreId !== visit.serviceCentreId)
    throw badField('input.serviceCentreId', 'UNKNOWN', 'The job was not done in such a service centre.');
  const serviceCentreId = visit?.serviceCentreId ?? centreFor(identity, input.serviceCentreId);
  if (!serviceCentreId)
    throw badField('input.serviceCentreId', 'REQUIRED', 'Say which service centre this is about.');
  return { customerId, serviceCentreId };
}

const centreFor = (identity: Identity, named: string | null | undefined): string | null =>
  isStaff(identity) ? centreOf(identity, named, 'input.serviceCentreId') : (named ?? null);

async function requireSubject(tx: Transaction, subject: Subject, visit: Visit | null): Promise<void> {
  const { customerId, serviceCentreId } = subject;
  const [centre] = await tx.rows(workplaces, sql`t.id = ${serviceCentreId}`);
  if (!centre) throw badField('input.serviceCentreId', 'UNKNOWN', 'There is no such service centre.');
  // That the job is theirs was asked, and whoever may see it may complain about it.
  if (visit) return linkCustomer(tx, customerId, serviceCentreId);
  const [customer] = await tx.rows(customers, sql`t.id = ${customerId}`);
  if (!customer) throw badField('input.customerId', 'UNKNOWN', 'There is no such customer.');
  await linkCustomer(tx, customerId, serviceCentreId);
}
