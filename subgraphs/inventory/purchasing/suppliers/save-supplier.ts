import type { Transaction } from '../../../../shared/database/transaction';
import type { Context } from '../../../../shared/subgraph/context';
import { supplierColumns } from './supplier.columns';
import { Supplier } from './supplier.entity';
import type { CreateSupplierInput, UpdateSupplierInput } from './supplier.input';
import { changeableSuppliers, suppliers } from './supplier.loader';

export async function createSupplier(context: Context, input: CreateSupplierInput): Promise<Supplier> {
  const { idempotencyKey, ...facts } = input;
  const columns = supplierColumns(facts, null);
  const { id } = await context.once(
    { operation: 'createSupplier', key: idempotencyKey, input },
    async (tx) => {
      const supplier = await tx.insert(Supplier, columns);
      emitSupplierEvent(tx, 'SupplierCreated', supplier.id);
      return { id: supplier.id };
    },
  );
  return context.loadOrFail(suppliers, id);
}

/** Archived suppliers leave the lists; what was ordered from them stays. */
export async function updateSupplier(
  context: Context,
  id: string,
  input: UpdateSupplierInput,
): Promise<Supplier> {
  const { expectedVersion, archived, ...facts } = input;
  await context.transaction(async (tx) => {
    const supplier = await tx.lock(changeableSuppliers, id, expectedVersion);
    const isArchived = supplier.archivedAt !== null;
    const turned = archived != null && archived !== isArchived;
    const changed = await tx.update(Supplier, supplier, {
      ...supplierColumns(facts, supplier.country),
      ...(turned ? { archivedAt: isArchived ? null : tx.now } : {}),
    });
    if (turned) emitSupplierEvent(tx, isArchived ? 'SupplierRestored' : 'SupplierArchived', id);
    else if (changed.version !== supplier.version) emitSupplierEvent(tx, 'SupplierUpdated', id);
  });
  return context.loadOrFail(suppliers, id);
}

type SupplierEvent = 'SupplierCreated' | 'SupplierUpdated' | 'SupplierArchived' | 'SupplierRestored';

const emitSupplierEvent = (tx: Transaction, name: SupplierEvent, subjectId: string): void =>
  tx.emit({ name, subjectType: 'Supplier', subjectId });
