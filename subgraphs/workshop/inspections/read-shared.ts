import { requireOrganisation } from '../../../shared/access/identity';
import type { Context } from '../../../shared/subgraph/context';
import type { Inspection } from './inspection.entity';
import { InspectionStatus } from './inspection.lifecycle';
import { inspections } from './inspection.loader';
import { countItems } from './inspection-counts.type';
import { itemsOf } from './items-of';
import type { SharedInspection } from './shared-inspection.type';

/** Of the link that somebody came with, or of one that they name: then it is shown as its customer sees it. */
export async function sharedInspection(
  context: Context,
  named: string | null | undefined,
): Promise<SharedInspection | null> {
  const id = named ?? context.identity.link?.recordId;
  const inspection = id ? await context.load(inspections, id) : null;
  if (inspection?.status !== InspectionStatus.PUBLISHED) return null;
  const [subject, items] = await Promise.all([
    subjectOf(context, inspection),
    itemsOf(context, inspection.id),
  ]);
  const { templateName, publishedAt, notes } = inspection;
  return {
    id: inspection.id,
    templateName,
    publishedAt: publishedAt!,
    notes,
    ...subject,
    counts: countItems(items),
  };
}

type Subject = Pick<SharedInspection, 'serviceCentre' | 'firstName' | 'make' | 'model' | 'plate'>;

interface Car {
  make: string;
  model: string;
  plate: string | null;
}

/** Asked as the program: who has a link reads nothing else of these. */
async function subjectOf(
  context: Context,
  { customerId, vehicleId, serviceCentreId }: Inspection,
): Promise<Subject> {
  const { peers } = context.asSystem(requireOrganisation(context.identity));
  const [[customer], [vehicle], [centre]] = await Promise.all([
    peers.entities<{ firstName: string }>('customer', 'Customer', [customerId], 'firstName'),
    peers.entities<Car>('vehicle', 'Vehicle', [vehicleId], 'make model plate'),
    peers.entities<{ name: string }>('customer', 'ServiceCentre', [serviceCentreId], 'name'),
  ]);
  return {
    serviceCentre: centre?.name ?? null,
    firstName: customer?.firstName || null,
    make: vehicle?.make ?? null,
    model: vehicle?.model ?? null,
    plate: vehicle?.plate ? `•••${vehicle.plate.slice(-2)}` : null,
  };
}
