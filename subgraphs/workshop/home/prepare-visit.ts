import { centreOf } from '../../../shared/access/centres';
import { reachOf, requireOrganisation, requireReach, worksIn } from '../../../shared/access/identity';
import { type Address, addressColumns } from '../../../shared/address';
import { badField, badInput, forbidden } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { requireColleague, requireCustomer, requireVehicle } from '../peers';
import type { ServiceRequest } from '../requests/service-request.entity';
import { serviceRequests } from '../requests/service-request.loader';
import { workMinutes } from '../scheduling/appointments/work';
import { requireCentre } from '../scheduling/centre/known-centre';
import { DEFAULT_TRAVEL_MINUTES } from '../scheduling/slots/travel';
import type { HomeService } from './home-service.entity';
import type { CreateHomeServiceInput } from './home-service.input';
import type { WantedVisit } from './place-visit';

const CREATE = 'homeServices:create';

/** A visit that is to be planned, checked as far as other subgraphs know about it. */
export interface PlannedVisit {
  wanted: WantedVisit;
  serviceRequestId: string | null;
  facts: Pick<HomeService, 'customerId' | 'vehicleId' | 'serviceItemIds' | 'directions' | 'notes'> & Address;
}

/** What stands with a service request, and is not said again. */
const STANDS = ['vehicleId', 'customerId', 'serviceCentreId'] as const;

export async function prepareVisit(context: Context, input: CreateHomeServiceInput): Promise<PlannedVisit> {
  const isCustomer = plansOwn(context);
  if (isCustomer) requireOfferedChoice(input);
  if (input.override) requireReach(context.identity, 'appointments:override');
  const request = input.serviceRequestId ? await requestOf(context, input, input.serviceRequestId) : null;
  const centre = await requireCentre(
    context,
    request?.serviceCentreId ?? centreFor(context, input),
    'input.serviceCentreId',
  );
  const [work, party] = await Promise.all([
    workMinutes(context, input, centre.id),
    request ? partyOfRequest(context, request) : partyOf(context, input),
    requireTechnician(context, input.technicianId, centre.id),
  ]);
  const { minutes, serviceItemIds } = work;
  return {
    wanted: {
      centre,
      minutes,
      startsAt: input.startsAt,
      travelMinutes: input.travelMinutes ?? DEFAULT_TRAVEL_MINUTES,
      technicianId: input.technicianId ?? null,
      override: input.override?.reason.trim() ?? null,
      onGrid: isCustomer,
    },
    serviceRequestId: request?.id ?? null,
    facts: {
      ...party,
      ...addressFor(input, request),
      serviceItemIds,
      directions: input.directions?.trim() || null,
      notes: input.notes?.trim() || (request?.description ?? null),
    },
  };
}

/** Customers plan what the shop has agreed to, at a time that it offers; how far it is, the shop knows. */
function plansOwn({ identity }: Context): boolean {
  if (reachOf(identity, CREATE) !== 'own') return false;
  if (!identity.customerId) throw forbidden(CREATE);
  return true;
}

function requireOfferedChoice({ serviceRequestId, travelMinutes }: CreateHomeServiceInput): void {
  if (!serviceRequestId)
    throw badField('input.serviceRequestId', 'REQUIRED', 'Ask for it with a service request first.');
  if (travelMinutes != null)
    throw badField('input.travelMinutes', 'STAFF_ONLY', 'How far it is, is for the shop to say.');
}

async function requestOf(
  context: Context,
  input: CreateHomeServiceInput,
  id: string,
): Promise<ServiceRequest> {
  const said = STANDS.filter((name) => input[name] != null);
  if (said.length)
    throw badInput(
      said.map((name) => ({
        path: `input.${name}`,
        code: 'REQUEST',
        message: 'It stands with the request.',
      })),
    );
  const request = await context.load(serviceRequests, id);
  const theirs = request && (plansOwn(context) || worksIn(context.identity, request.serviceCentreId));
  if (!theirs) throw badField('input.serviceRequestId', 'UNKNOWN', 'There is no such service request.');
  if (!request.homeService)
    throw badField('input.serviceRequestId', 'NOT_AT_HOME', 'It is not about work at home.');
  return request;
}

function centreFor(context: Context, { serviceCentreId }: CreateHomeServiceInput): string {
  const path = 'input.serviceCentreId';
  const id = centreOf(context.identity, serviceCentreId, path);
  if (!id) throw badField(path, 'REQUIRED', 'Say which service centre this is for.');
  return id;
}

type Party = Pick<HomeService, 'customerId' | 'vehicleId'>;

async function partyOfRequest(context: Context, { customerId, vehicleId }: ServiceRequest): Promise<Party> {
  const system = context.asSystem(requireOrganisation(context.identity));
  await requireVehicle(system, vehicleId, 'input.serviceRequestId');
  return { customerId, vehicleId };
}

async function partyOf(context: Context, input: CreateHomeServiceInput): Promise<Party> {
  const { vehicleId } = input;
  if (!vehicleId) throw badField('input.vehicleId', 'REQUIRED', 'Say which vehicle it is.');
  const ownerId = await requireVehicle(context, vehicleId, 'input.vehicleId');
  const customerId = input.customerId ?? ownerId;
  if (!customerId)
    throw badField('input.customerId', 'REQUIRED', 'The vehicle has no owner: say for whom this is.');
  await requireCustomer(context, customerId, 'input.customerId');
  return { customerId, vehicleId };
}

/** Asked as the program: customers may choose somebody whom they do not see. */
export async function requireTechnician(
  context: Context,
  technicianId: string | null | undefined,
  serviceCentreId: string,
): Promise<void> {
  const system = context.asSystem(requireOrganisation(context.identity));
  if (technicianId) await requireColleague(system, technicianId, serviceCentreId, 'input.technicianId');
}

function addressFor({ address }: CreateHomeServiceInput, request: ServiceRequest | null): Address {
  const said = address ?? request;
  if (!said?.street?.trim() || !said.city?.trim()) throw addressMissing();
  return addressColumns(said) as Address;
}

export const addressMissing = () =>
  badField('input.address', 'REQUIRED', 'A visit needs a street and a city.');
