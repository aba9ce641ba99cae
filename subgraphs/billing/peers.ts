import { requireOrganisation } from '../../shared/access/identity';
import type { Address } from '../../shared/address';
import { badField } from '../../shared/errors';
import type { Context } from '../../shared/subgraph/context';

/** Customer, vehicle, centre and organisation belong to other subgraphs: only those know what is there. */

/** A customer whom the caller sees, and who is still a person. */
export async function requireCustomer(context: Context, id: string, path: string): Promise<void> {
  const [customer] = await context.peers.entities<{ erasedAt: string | null }>(
    'customer',
    'Customer',
    [id],
    'erasedAt',
  );
  if (!customer) throw badField(path, 'UNKNOWN', 'There is no such customer.');
  if (customer.erasedAt) throw badField(path, 'ERASED', 'The customer was erased.');
}

/** A vehicle that the caller sees. Archived ones, too: work on them may still have to be billed. */
export async function requireVehicle(context: Context, id: string, path: string): Promise<void> {
  const [vehicle] = await context.peers.entities<{ id: string }>('vehicle', 'Vehicle', [id], 'id');
  if (!vehicle) throw badField(path, 'UNKNOWN', 'There is no such vehicle.');
}

export async function requireLead(context: Context, id: string, path: string): Promise<void> {
  const [lead] = await context.peers.entities<{ id: string }>('customer', 'Lead', [id], 'id');
  if (!lead) throw badField(path, 'UNKNOWN', 'There is no such lead.');
}

interface Catalogued {
  serviceItemId?: string | null;
  partId?: string | null;
}

const CATALOGUES = [
  { property: 'serviceItemId', subgraph: 'workshop', type: 'ServiceItem', called: 'service' },
  { property: 'partId', subgraph: 'inventory', type: 'Part', called: 'part' },
] as const;

/** What lines name of the catalogues is there. Asked as the program: whoever writes a line need not look into them. */
export async function requireCatalogued(
  context: Context,
  lines: readonly Catalogued[],
  pathOf: (index: number) => string,
): Promise<void> {
  const { peers } = context.asSystem(requireOrganisation(context.identity));
  for (const { property, subgraph, type, called } of CATALOGUES) {
    const ids = [...new Set(lines.flatMap((line) => line[property] ?? []))];
    if (ids.length === 0) continue;
    const found = await peers.entities<{ id: string }>(subgraph, type, ids, 'id');
    const missing = lines.findIndex((line) => line[property] && !found[ids.indexOf(line[property])]);
    if (missing >= 0)
      throw badField(`${pathOf(missing)}.${property}`, 'UNKNOWN', `There is no such ${called}.`);
  }
}

interface Colleague {
  active: boolean;
  allCentres: boolean;
  serviceCentres: { id: string }[];
}

/** Somebody who works in the centre; customers work nowhere. */
export async function requireTechnician(
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

const ADDRESS = 'address { street city region postalCode country }';

export interface CentreFacts {
  name: string;
  code: string;
  timeZone: string;
  phone: string | null;
  email: string | null;
  address: Address & { country: string };
}

export interface OrganisationFacts {
  name: string;
  currency: string;
  locale: string;
  country: string;
  logoFileId: string | null;
  pricesIncludeTax: boolean;
  taxPerLine: boolean;
}

/** For whom documents are written: the organisation and one of its centres. */
export interface House {
  organisation: OrganisationFacts;
  centre: CentreFacts;
  /** Whose tax it is. */
  country: string;
}

const ORGANISATION = 'name currency locale country logoFileId pricesIncludeTax taxPerLine';

/** The caller's own organisation: whoever is signed in may know it. */
export async function organisationOf(context: Context): Promise<OrganisationFacts> {
  const { organisation } = await context.peers.ask<{ organisation: OrganisationFacts }>(
    'customer',
    `query { organisation { ${ORGANISATION} } }`,
    {},
  );
  return organisation;
}

/** Asked as the program: that the caller works there is known, they need not be able to read its record. */
export async function houseOf(context: Context, serviceCentreId: string, path: string): Promise<House> {
  const system = context.asSystem(requireOrganisation(context.identity));
  const [organisation, [centre]] = await Promise.all([
    organisationOf(system),
    system.peers.entities<CentreFacts>(
      'customer',
      'ServiceCentre',
      [serviceCentreId],
      `name code timeZone phone email ${ADDRESS}`,
    ),
  ]);
  if (!centre) throw badField(path, 'UNKNOWN', 'There is no such service centre.');
  return { organisation, centre, country: centre.address.country };
}

export interface CustomerFacts {
  code: string;
  firstName: string;
  lastName: string;
  company: string | null;
  phone: string | null;
  email: string | null;
  taxNumber: string | null;
  erasedAt: string | null;
  address: Address | null;
}

export interface VehicleFacts {
  make: string;
  model: string;
  year: number | null;
  plate: string | null;
  vin: string | null;
}

export interface Subject {
  customer: CustomerFacts;
  vehicle: VehicleFacts | null;
}

/** What a document states of them; null of nobody. Asked as the program: whoever may write it may state it. */
export async function findSubject(
  context: Context,
  { customerId, vehicleId }: { customerId: string; vehicleId: string | null },
): Promise<Subject | null> {
  const { peers } = context.asSystem(requireOrganisation(context.identity));
  const [[customer], [vehicle]] = await Promise.all([
    peers.entities<CustomerFacts>(
      'customer',
      'Customer',
      [customerId],
      `code firstName lastName company phone email taxNumber erasedAt ${ADDRESS}`,
    ),
    vehicleId
      ? peers.entities<VehicleFacts>('vehicle', 'Vehicle', [vehicleId], 'make model year plate vin')
      : [null],
  ]);
  return customer ? { customer, vehicle: vehicle ?? null } : null;
}

/** The same for a document that is issued: to somebody who is still a person. */
export async function readSubject(
  context: Context,
  document: { customerId: string; vehicleId: string | null },
): Promise<Subject> {
  const subject = await findSubject(context, document);
  if (!subject) throw badField('customerId', 'UNKNOWN', 'There is no such customer.');
  if (subject.customer.erasedAt) throw badField('customerId', 'ERASED', 'The customer was erased.');
  return subject;
}
