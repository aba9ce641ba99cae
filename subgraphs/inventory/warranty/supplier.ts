import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { everySupplier } from '../purchasing/suppliers/supplier.loader';

/** The supplier that a client names; null where it names none. Who may claim need not see the others. */
export async function requireSupplier(
  context: Context,
  id: string | null | undefined,
): Promise<string | null> {
  if (!id) return null;
  const supplier = await context.load(everySupplier, id);
  if (!supplier) throw badField('input.supplierId', 'UNKNOWN', 'There is no such supplier.');
  return supplier.id;
}
