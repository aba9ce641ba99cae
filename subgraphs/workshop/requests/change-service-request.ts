import { conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { requestColumns, requireConsistent } from './service-request.columns';
import { ServiceRequest } from './service-request.entity';
import type { UpdateServiceRequestInput } from './service-request.input';
import { serviceRequestLifecycle } from './service-request.lifecycle';
import { serviceRequests, serviceRequestsFor } from './service-request.loader';

export async function updateServiceRequest(
  context: Context,
  id: string,
  input: UpdateServiceRequestInput,
): Promise<ServiceRequest> {
  const { expectedVersion, ...facts } = input;
  const patch = requestColumns(context, facts);
  await context.transaction(async (tx) => {
    const request = await tx.lock(serviceRequestsFor('serviceRequests:update'), id, expectedVersion);
    if (serviceRequestLifecycle.next(request.status).length === 0)
      throw conflict(`A service request that is ${request.status} does not change any more.`, {
        current: { id, version: request.version, status: request.status },
      });
    requireConsistent({ ...request, ...given(patch) });
    const changed = await tx.update(ServiceRequest, request, patch);
    if (changed.version !== request.version)
      tx.emit({ name: 'ServiceRequestUpdated', subjectType: 'ServiceRequest', subjectId: id });
  });
  return context.loadOrFail(serviceRequests, id);
}

const given = <T extends object>(patch: T): Partial<T> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<T>;
