import { requireOrganisation, worksIn } from '../../../shared/access/identity';
import { ApiError, badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { organisations } from './organisation.loader';
import { isStaff } from './role.entity';
import { roles } from './role.loader';
import { ServiceCentre } from './service-centre.entity';
import type { CreateServiceCentreInput, UpdateServiceCentreInput } from './service-centre.input';
import { serviceCentres } from './service-centre.loader';
import { emitServiceCentreCreated } from './service-centre-created';
import { serviceCentreColumns } from './service-centre-values';
import { users } from './user.loader';

export async function createServiceCentre(
  context: Context,
  input: CreateServiceCentreInput,
): Promise<ServiceCentre> {
  const { idempotencyKey, managerId, ...facts } = input;
  const organisation = await context.loadOrFail(organisations, requireOrganisation(context.identity));
  if (managerId) await requireManager(context, managerId);
  const columns = serviceCentreColumns(facts, organisation.country, 'input');
  const { id } = await context.once(
    { operation: 'createServiceCentre', key: idempotencyKey, input },
    async (tx) => {
      const centre = await tx.insert(ServiceCentre, {
        timeZone: organisation.timeZone,
        country: organisation.country,
        ...columns,
        managerId: managerId ?? null,
        active: true,
      });
      emitServiceCentreCreated(tx, centre);
      return { id: centre.id };
    },
  );
  return context.loadOrFail(serviceCentres, id);
}

export async function updateServiceCentre(
  context: Context,
  id: string,
  input: UpdateServiceCentreInput,
): Promise<ServiceCentre> {
  const { expectedVersion, managerId, active, ...facts } = input;
  if (managerId) await requireManager(context, managerId);
  await context.transaction(async (tx) => {
    const centre = await tx.lock(serviceCentres, id, expectedVersion);
    if (!worksIn(context.identity, id))
      throw new ApiError('FORBIDDEN', 'You do not work in this service centre.', {
        permission: 'serviceCentres:update',
      });
    const columns = serviceCentreColumns(facts, centre.country, 'input');
    const changed = await tx.update(ServiceCentre, centre, { ...columns, managerId, active });
    if (changed.version !== centre.version)
      tx.emit({ name: 'ServiceCentreUpdated', subjectType: 'ServiceCentre', subjectId: id });
  });
  return context.loadOrFail(serviceCentres, id);
}

/** Somebody of the staff who can sign in; customers and vendors run no centre. */
async function requireManager(context: Context, userId: string): Promise<void> {
  const user = await context.load(users, userId);
  const role = user && (await context.load(roles, user.roleId));
  if (!user?.active || user.deletedAt || !role || !isStaff(role.kind))
    throw badField('input.managerId', 'UNKNOWN', 'There is no such member of staff.');
}
