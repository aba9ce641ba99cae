import type { Context } from '../../../shared/subgraph/context';
import { refreshLevels } from '../stock/ledger';
import { fitmentsOf, replaceFitments } from './fitments';
import { partColumns } from './part.columns';
import { Part } from './part.entity';
import type { CreatePartInput, UpdatePartInput } from './part.input';
import { changeableParts, parts } from './part.loader';

/** What the levels of a part repeat, or are low by. */
const LEVELS_SAY = ['sku', 'category', 'reorderPoint'] as const satisfies (keyof Part)[];

export async function createPart(context: Context, input: CreatePartInput): Promise<Part> {
  const { idempotencyKey, unit } = input;
  const columns = { ...partColumns(input, unit), unit };
  const fitments = fitmentsOf(input.fitments ?? []);
  const { id } = await context.once({ operation: 'createPart', key: idempotencyKey, input }, async (tx) => {
    const part = await tx.insert(Part, columns);
    await replaceFitments(tx, part.id, fitments);
    tx.emit({ name: 'PartCreated', subjectType: 'Part', subjectId: part.id });
    return { id: part.id };
  });
  return context.loadOrFail(parts, id);
}

export async function updatePart(context: Context, id: string, input: UpdatePartInput): Promise<Part> {
  const fitments = input.fitments === undefined ? null : fitmentsOf(input.fitments ?? []);
  await context.transaction(async (tx) => {
    const part = await tx.lock(changeableParts, id, input.expectedVersion);
    const changed = await tx.update(Part, part, partColumns(input, part.unit));
    const fitsOthers = fitments ? await replaceFitments(tx, id, fitments) : false;
    if (changed.version === part.version && !fitsOthers) return;
    if (LEVELS_SAY.some((fact) => changed[fact] !== part[fact])) await refreshLevels(tx, id);
    tx.emit({ name: 'PartUpdated', subjectType: 'Part', subjectId: id });
  });
  return context.loadOrFail(parts, id);
}
