import type { Context } from '../../../../shared/subgraph/context';
import { addResource } from '../resource';
import { Bay } from './bay.entity';
import type { CreateBayInput, UpdateBayInput } from './bay.input';
import { bays } from './opening.loader';
import { ownCentre } from './own-centre';

export async function createBay(context: Context, input: CreateBayInput): Promise<Bay> {
  const { idempotencyKey, name, kind, position } = input;
  const { id: serviceCentreId } = await ownCentre(context, input.serviceCentreId);
  const { id } = await context.once({ operation: 'createBay', key: idempotencyKey, input }, async (tx) => {
    const bay = await tx.insert(Bay, {
      serviceCentreId,
      name: name.trim(),
      kind,
      position: position ?? 0,
      active: true,
    });
    await addResource(tx, bay.id);
    tx.emit({ name: 'BayCreated', subjectType: 'Bay', subjectId: bay.id, payload: { serviceCentreId } });
    return { id: bay.id };
  });
  return context.loadOrFail(bays, id);
}

export async function updateBay(context: Context, id: string, input: UpdateBayInput): Promise<Bay> {
  const { expectedVersion, name, ...facts } = input;
  await context.transaction(async (tx) => {
    const bay = await tx.lock({ ...bays, permission: 'scheduling:update' }, id, expectedVersion);
    const changed = await tx.update(Bay, bay, { ...facts, name: name?.trim() });
    if (changed.version !== bay.version)
      tx.emit({
        name: 'BayUpdated',
        subjectType: 'Bay',
        subjectId: id,
        payload: { serviceCentreId: bay.serviceCentreId },
      });
  });
  return context.loadOrFail(bays, id);
}
