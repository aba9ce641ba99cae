import { centreOf } from '../../../shared/access/centres';
import { reachOf } from '../../../shared/access/identity';
import { badField, forbidden } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { requireNotPast } from '../not-past';
import { requireCustomer, requireOpenCentre, requireVehicle } from '../peers';
import { emitRequestEvent, recordRequestStatus } from './move-service-request';
import { serviceRequestNumber } from './number';
import { requestColumns, requireConsistent } from './service-request.columns';
import { ServiceRequest } from './service-request.entity';
import type { CreateServiceRequestInput } from './service-request.input';
import { serviceRequestLifecycle } from './service-request.lifecycle';
import { serviceRequests } from './service-request.loader';

type Subject = Pick<ServiceRequest, 'serviceCentreId' | 'customerId' | 'vehicleId'>;

export async function createServiceRequest(
  context: Context,
  input: CreateServiceRequestInput,
): Promise<ServiceRequest> {
  const columns = requestColumns(context, input);
  requireConsistent(columns);
  requireNotPast(input.preferredDate, context.kernel.clock.now());
  const subject = await checkSubject(context, input);
  const { id } = await context.once(
    { operation: 'createServiceRequest', key: input.idempotencyKey, input },
    async (tx) => {
      // The series stays locked until COMMIT, so the number is taken as late as can be.
      const count = await tx.nextNumber(subject.serviceCentreId, 'service request');
      const request = await tx.insert(ServiceRequest, {
        ...columns,
        ...subject,
        number: serviceRequestNumber(count),
        status: serviceRequestLifecycle.initial,
        requestedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
      });
      await recordRequestStatus(tx, request.id, null, request.status);
      emitRequestEvent(tx, 'ServiceRequestCreated', request);
      return { id: request.id };
    },
  );
  return context.loadOrFail(serviceRequests, id);
}

/** Vehicle, customer and service centre belong to other subgraphs: only those know what is there. */
async function checkSubject(context: Context, input: CreateServiceRequestInput): Promise<Subject> {
  const serviceCentreId = centreAsked(context, input.serviceCentreId);
  const [ownerId] = await Promise.all([
    requireVehicle(context, input.vehicleId, 'input.vehicleId'),
    requireOpenCentre(context, serviceCentreId, 'input.serviceCentreId'),
  ]);
  const customerId = input.customerId ?? ownOf(context) ?? ownerId;
  if (!customerId)
    throw badField('input.customerId', 'REQUIRED', 'The vehicle has no owner: say for whom this is.');
  await requireCustomer(context, customerId, 'input.customerId');
  return { serviceCentreId, vehicleId: input.vehicleId, customerId };
}

/** Staff ask for where they work, customers any service centre of the organisation. */
function centreAsked(context: Context, named: string | null | undefined): string {
  const path = 'input.serviceCentreId';
  const centre = ownOf(context) ? named : centreOf(context.identity, named, path);
  if (!centre) throw badField(path, 'REQUIRED', 'Say which service centre this is for.');
  return centre;
}

/** The customer that somebody asks for who may ask for nobody else. */
function ownOf({ identity }: Context): string | null {
  if (reachOf(identity, 'serviceRequests:create') !== 'own') return null;
  if (!identity.customerId) throw forbidden('serviceRequests:create');
  return identity.customerId;
}
