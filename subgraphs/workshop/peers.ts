import { requireOrganisation } from '../../shared/access/identity';
import { badField } from '../../shared/errors';
import type { Context } from '../../shared/subgraph/context';

/** Vehicle, customer and service centre belong to other subgraphs: only those know what is there. */

/** A vehicle in use that the caller sees; its owner, who may be nobody. */
export async function requireVehicle(context: Context, id: string, path: string): Promise<string | null> {
  const [vehicle] = await context.peers.entities<{ archivedAt: string | null; owner: { id: string } | null }>(
    'vehicle',
    'Vehicle',
    [id],
    'archivedAt owner { id }',
  );
  if (!vehicle) throw badField(path, 'UNKNOWN', 'There is no such vehicle.');
  if (vehicle.archivedAt) throw badField(path, 'ARCHIVED', 'The vehicle is archived.');
  return vehicle.owner?.id ?? null;
}

export async function requireCustomer(context: Context, id: string, path: string): Promise<void> {
  const [customer] = await context.peers.entities<{ id: string }>('customer', 'Customer', [id], 'id');
  if (!customer) throw badField(path, 'UNKNOWN', 'There is no such customer.');
}

/** Asked as the program: that the caller works there is known, they need not be able to read its record. */
export async function requireOpenCentre(context: Context, id: string, path: string): Promise<void> {
  const system = context.asSystem(requireOrganisation(context.identity));
  const [centre] = await system.peers.entities<{ active: boolean }>(
    'customer',
    'ServiceCentre',
    [id],
    'active',
  );
  if (!centre) throw badField(path, 'UNKNOWN', 'There is no such service centre.');
  if (!centre.active) throw badField(path, 'CLOSED', 'The service centre takes no work any more.');
}

interface Colleague {
  active: boolean;
  allCentres: boolean;
  serviceCentres: { id: string }[];
}

/** Somebody whom the caller sees and who works there; customers work nowhere. */
export async function requireColleague(
  context: Context,
  id: string,
  serviceCentreId: string,
  path: string,
): Promise<void> {
  const [user] = await context.peers.entities<Colleague>(
    'customer',
    'User',
    [id],
    'active allCentres serviceCentres { id }',
  );
  if (!user?.active) throw badField(path, 'UNKNOWN', 'There is no such technician.');
  if (!user.allCentres && !user.serviceCentres.some((centre) => centre.id === serviceCentreId))
    throw badField(path, 'SERVICE_CENTRE', 'They do not work in this service centre.');
}

export interface OrganisationSettings {
  currency: string;
  requiresInspection: boolean;
}

export async function organisationSettings(context: Context): Promise<OrganisationSettings> {
  const { organisation } = await context.peers.ask<{ organisation: OrganisationSettings }>(
    'customer',
    '{ organisation { currency requiresInspection } }',
    {},
  );
  return organisation;
}
