import { reachOf } from '../../../../shared/access/identity';
import type { Address } from '../../../../shared/address';
import type { SubgraphName } from '../../../../shared/environment';
import type { Context } from '../../../../shared/subgraph/context';
import { preInspections } from '../inspection/pre-inspection.loader';
import type { JobCard } from '../job-card.entity';
import { jobServices } from '../services/job-service.loader';
import type { SheetInspection } from './sheet-inspection';
import { readSheetParts, type SheetPart } from './sheet-parts';
import type { SheetService } from './sheet-work';

export interface SheetOrganisation {
  name: string;
  slug: string;
  country: string;
  locale: string;
  timeZone: string;
  logoFileId: string | null;
}

export interface SheetCentre {
  name: string;
  timeZone: string;
  phone: string | null;
  email: string | null;
  address: Address;
}

export interface SheetCustomer {
  code: string;
  firstName: string;
  lastName: string;
  company: string | null;
  phone: string | null;
}

export interface SheetVehicle {
  make: string;
  model: string;
  year: number | null;
  vin: string | null;
  plate: string | null;
  colour: string | null;
  odometer: { value: number; unit: 'KM' | 'MI' } | null;
}

/** Everything that a job sheet says. */
export interface JobSheetFacts {
  card: JobCard;
  trackingUrl: string;
  organisation: SheetOrganisation;
  centre: SheetCentre | null;
  customer: SheetCustomer | null;
  vehicle: SheetVehicle | null;
  technician: { firstName: string; lastName: string } | null;
  services: readonly SheetService[];
  parts: readonly SheetPart[];
  inspection: SheetInspection | null;
}

const IN_ORDER: { by: ['createdAt']; descending: false } = { by: ['createdAt'], descending: false };

/**
 * Of customer, vehicle and technician what the caller may see. The head of the paper is the shop's own, and the same
 * for everybody.
 */
export async function readJobSheet(context: Context, card: JobCard): Promise<JobSheetFacts> {
  const shop = context.asSystem(card.organisationId);
  const [organisation, centre, customer, vehicle, technician, parts, services, inspections] =
    await Promise.all([
      one<SheetOrganisation>(
        shop,
        { subgraph: 'customer', type: 'Organisation', id: card.organisationId },
        'name slug country locale timeZone logoFileId',
      ),
      one<SheetCentre>(
        shop,
        { subgraph: 'customer', type: 'ServiceCentre', id: card.serviceCentreId },
        'name timeZone phone email address { street city region postalCode country }',
      ),
      one<SheetCustomer>(
        context,
        { subgraph: 'customer', type: 'Customer', id: card.customerId, permission: 'customers:read' },
        'code firstName lastName company phone',
      ),
      one<SheetVehicle>(
        context,
        { subgraph: 'vehicle', type: 'Vehicle', id: card.vehicleId, permission: 'vehicles:read' },
        'make model year vin plate colour odometer { value unit }',
      ),
      one<NonNullable<JobSheetFacts['technician']>>(
        context,
        { subgraph: 'customer', type: 'User', id: card.technicianId, permission: 'users:read' },
        'firstName lastName',
      ),
      readSheetParts(context, card.id),
      context.childrenOf(jobServices, 'jobCardId', card.id, IN_ORDER),
      context.childrenOf(preInspections, 'jobCardId', card.id, IN_ORDER),
    ]);
  if (!organisation) throw new Error('A job card belongs to an organisation.');
  const { linksUrl } = context.kernel.environment;
  return {
    card,
    trackingUrl: `${linksUrl}/track#${organisation.slug}/${card.trackingCode}`,
    organisation,
    centre,
    customer,
    vehicle,
    technician,
    services,
    parts,
    inspection: inspections[0] ?? null,
  };
}

interface Asked {
  subgraph: SubgraphName;
  type: string;
  id: string | null;
  /** Without it there is nothing to ask for. */
  permission?: string;
}

async function one<T>(
  context: Context,
  { subgraph, type, id, permission }: Asked,
  selection: string,
): Promise<T | null> {
  if (id === null || (permission && !reachOf(context.identity, permission))) return null;
  const [found = null] = await context.peers.entities<T>(subgraph, type, [id], selection);
  return found;
}
