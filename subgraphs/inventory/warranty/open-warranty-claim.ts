import type { Decimal } from 'decimal.js';
import { conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { everyPart } from '../catalogue/part.loader';
import { quantityOf } from '../catalogue/quantity';
import { ownCurrency } from '../peers';
import { whoActs } from '../sales/move-counter-order';
import { claimedOf } from './claimed';
import { warrantyClaimNumber } from './number';
import { lockSold, requireSoldLine } from './sold-line';
import { requireSupplier } from './supplier';
import { emitClaimEvent } from './tell-claim';
import { WarrantyClaim } from './warranty-claim.entity';
import type { OpenWarrantyClaimInput } from './warranty-claim.input';
import { warrantyClaimLifecycle } from './warranty-claim.lifecycle';
import { warrantyClaimsFor } from './warranty-claim.loader';

const OPEN = 'warrantyClaims:create';

export async function openWarrantyClaim(
  context: Context,
  input: OpenWarrantyClaimInput,
): Promise<WarrantyClaim> {
  const line = await requireSoldLine(context, input, OPEN);
  const [part, supplierId, currency] = await Promise.all([
    context.loadOrFail(everyPart, line.partId),
    requireSupplier(context, input.supplierId),
    ownCurrency(context),
  ]);
  const quantity = quantityOf(input.quantity, part.unit, 'input.quantity');
  const { id } = await context.once(
    { operation: 'openWarrantyClaim', key: input.idempotencyKey, input },
    async (tx) => {
      const kept = await lockSold(tx, line);
      const claimed = await claimedOf(tx, [line.id]);
      demandKept(quantity, kept.quantity.minus(claimed(line.id)));
      // The series stays locked until COMMIT, so the number is taken as late as can be.
      const count = await tx.nextNumber(tx.organisationId, 'warranty claim');
      const claim = await tx.insert(WarrantyClaim, {
        ...line.columns,
        number: warrantyClaimNumber(count),
        serviceCentreId: line.serviceCentreId,
        partId: line.partId,
        supplierId,
        status: warrantyClaimLifecycle.initial,
        quantity: quantity.toFixed(),
        fault: input.fault.trim(),
        currency: kept.cost?.currency ?? currency,
        unitCost: kept.cost?.amount.toFixed() ?? null,
        openedById: whoActs(tx),
      });
      emitClaimEvent(tx, 'WarrantyClaimOpened', claim);
      return { id: claim.id };
    },
  );
  return context.loadOrFail(warrantyClaimsFor(OPEN), id);
}

function demandKept(wanted: Decimal, most: Decimal): void {
  if (wanted.lte(most)) return;
  throw conflict('No more is claimed than was sold, is still kept and is not claimed yet.', {
    reason: 'NOT_ISSUED',
    field: 'input.quantity',
    most: most.toFixed(),
    wanted: wanted.toFixed(),
  });
}
