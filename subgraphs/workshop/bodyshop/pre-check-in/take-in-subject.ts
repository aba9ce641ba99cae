import { badField } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { PreCheckInInput } from './pre-check-in.input';

/** Who and what was announced, as customer and vehicle have them now. */
export interface AnnouncedSubject {
  customerId: string;
  customerWasKnown: boolean;
  phone: string;
  vehicleId: string;
  vehicleWasKnown: boolean;
  vehicleIsAnothers: boolean;
}

interface Visitor {
  customerId: string;
  known: boolean;
  phone: string;
}

interface VisitorsVehicle {
  vehicleId: string;
  known: boolean;
  ownerId: string | null;
}

const VISITOR = `mutation ($centre: ID!, $first: String!, $last: String!, $phone: String!, $email: String, $key: String!) {
  visitor: takeInVisitor(serviceCentreId: $centre, firstName: $first, lastName: $last, phone: $phone, email: $email,
    idempotencyKey: $key) { customerId known phone } }`;
const VEHICLE = `mutation ($centre: ID!, $owner: ID!, $make: String!, $model: String!, $plate: String!, $country: String!,
  $key: String!) {
  vehicle: takeInVisitorsVehicle(serviceCentreId: $centre, ownerId: $owner, make: $make, model: $model, plate: $plate,
    country: $country, idempotencyKey: $key) { vehicleId known ownerId } }`;

/**
 * Customer and vehicle are other subgraphs': their commands are asked as the program, before our own transaction,
 * under the caller's key. What a failure half-way leaves there, a repeated call takes up.
 */
export async function takeInSubject(
  system: Context,
  input: PreCheckInInput,
  { serviceCentreId: centre, country }: { serviceCentreId: string; country: string },
): Promise<AnnouncedSubject> {
  const { idempotencyKey: key, make, model, plate } = input;
  const { visitor } = await system.peers.ask<{ visitor: Visitor }>('customer', VISITOR, {
    centre,
    first: input.firstName,
    last: input.lastName,
    phone: input.phone,
    email: input.email ?? null,
    key,
  });
  const { vehicle } = await system.peers.ask<{ vehicle: VisitorsVehicle }>('vehicle', VEHICLE, {
    centre,
    owner: visitor.customerId,
    make,
    model,
    plate,
    country: input.plateCountry ?? country,
    key,
  });
  return {
    customerId: visitor.customerId,
    customerWasKnown: visitor.known,
    phone: visitor.phone,
    vehicleId: vehicle.vehicleId,
    vehicleWasKnown: vehicle.known,
    vehicleIsAnothers: vehicle.ownerId !== visitor.customerId,
  };
}

interface Centre {
  id: string;
  code: string;
  active: boolean;
  address: { country: string | null };
}

const CENTRES = `query ($filter: ServiceCentreFilter!) {
  serviceCentres(filter: $filter, first: 100) { nodes { id code active address { country } } } }`;

/** The service centre with this code, or the only one that is open; with the country that its people live in. */
export async function openCentre(
  system: Context,
  code: string | null | undefined,
): Promise<{ serviceCentreId: string; country: string }> {
  const path = 'input.serviceCentre';
  const { serviceCentres } = await system.peers.ask<{ serviceCentres: { nodes: Centre[] } }>(
    'customer',
    CENTRES,
    { filter: code ? { search: code } : { active: true } },
  );
  const [centre, another] = serviceCentres.nodes.filter((each) => !code || each.code === code);
  if (!code && (!centre || another))
    throw badField(path, 'REQUIRED', 'Say which service centre, by its code.');
  if (!centre) throw badField(path, 'UNKNOWN', 'There is no service centre with this code.');
  if (!centre.active) throw badField(path, 'CLOSED', 'The service centre takes no work any more.');
  return { serviceCentreId: centre.id, country: centre.address.country ?? '' };
}
