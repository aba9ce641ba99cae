import { reachOf, requireOrganisation, worksIn } from '../../../shared/access/identity';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';

/** A job card as care needs to know it. */
export interface Visit {
  jobCardId: string;
  status: string;
  customerId: string;
  serviceCentreId: string;
  technicianId: string | null;
}

interface Answer {
  status: string;
  customer: { id: string };
  serviceCentre: { id: string };
  technician: { id: string } | null;
}

/**
 * The job card, if it is theirs: of their service centres for staff, their own for customers, the one of their link.
 * Asked as the program, because customers and links may not see the staff and the centre of a card.
 */
export async function requireVisit(context: Context, jobCardId: string, permission: string): Promise<Visit> {
  const { identity } = context;
  const [card] = await context
    .asSystem(requireOrganisation(identity))
    .peers.entities<Answer>(
      'workshop',
      'JobCard',
      [jobCardId],
      'status customer { id } serviceCentre { id } technician { id }',
    );
  const isTheirs =
    card &&
    (reachOf(identity, permission) === 'all'
      ? worksIn(identity, card.serviceCentre.id)
      : card.customer.id === identity.customerId && isOfLink(context, jobCardId));
  if (!isTheirs) throw badField('input.jobCardId', 'UNKNOWN', 'There is no such job card.');
  return {
    jobCardId,
    status: card.status,
    customerId: card.customer.id,
    serviceCentreId: card.serviceCentre.id,
    technicianId: card.technician?.id ?? null,
  };
}

const isOfLink = ({ identity: { link } }: Context, jobCardId: string): boolean =>
  !link || (link.recordType === 'JobCard' && link.recordId === jobCardId);
