import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { refreshLevels } from '../stock/ledger';
import { Part } from './part.entity';
import type { DiscontinuePartInput } from './part.input';
import { changeableParts, parts } from './part.loader';

/** What is there is used up and sold; it is never low any more, and nobody orders it. Again: nothing happens. */
export async function discontinuePart(
  context: Context,
  id: string,
  { replacedById, expectedVersion }: DiscontinuePartInput,
): Promise<Part> {
  if (replacedById) await requireSuccessor(context, id, replacedById);
  await context.transaction(async (tx) => {
    const part = await tx.lock({ ...changeableParts, permission: 'parts:discontinue' }, id, expectedVersion);
    const patch = { discontinuedAt: part.discontinuedAt ?? tx.now, replacedById };
    const changed = await tx.update(Part, part, patch, 'discontinue');
    if (changed.version === part.version) return;
    if (part.discontinuedAt) return tx.emit({ name: 'PartUpdated', subjectType: 'Part', subjectId: id });
    await refreshLevels(tx, id);
    tx.emit({ name: 'PartDiscontinued', subjectType: 'Part', subjectId: id });
  });
  return context.loadOrFail(parts, id);
}

async function requireSuccessor(context: Context, id: string, replacedById: string): Promise<void> {
  const path = 'input.replacedById';
  if (replacedById.toLowerCase() === id.toLowerCase())
    throw badField(path, 'SAME', 'A part does not take its own place.');
  const successor = await context.load(parts, replacedById);
  if (!successor) throw badField(path, 'UNKNOWN', 'There is no such part.');
  if (successor.discontinuedAt)
    throw badField(path, 'DISCONTINUED', 'That one is not bought any more either.');
}

/** A part that is bought again. Again: nothing happens. */
export async function reinstatePart(context: Context, id: string): Promise<Part> {
  await context.transaction(async (tx) => {
    const part = await tx.lock({ ...changeableParts, permission: 'parts:discontinue' }, id);
    if (!part.discontinuedAt) return;
    await tx.update(Part, part, { discontinuedAt: null, replacedById: null }, 'reinstate');
    await refreshLevels(tx, id);
    tx.emit({ name: 'PartReinstated', subjectType: 'Part', subjectId: id });
  });
  return context.loadOrFail(parts, id);
}
