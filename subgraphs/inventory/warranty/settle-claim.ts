import { Decimal } from 'decimal.js';
import type { Given, Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import { Money } from '../../../shared/money';
import type { Context } from '../../../shared/subgraph/context';
import { everyPart } from '../catalogue/part.loader';
import { quantityOf } from '../catalogue/quantity';
import { changeStockAndServe } from '../jobs/supply-jobs';
import { costFor, costOfColumns } from '../stock/cost';
import { requireLocation, requireOwn } from '../stock/require-place';
import { StockReferenceType } from '../stock/stock.enums';
import type { WarrantyClaim } from './warranty-claim.entity';
import type { DecideWarrantyClaimInput, WarrantyReplacementInput } from './warranty-claim.input';
import { WarrantySettlement } from './warranty-claim.lifecycle';

export type Settlement =
  | { kind: WarrantySettlement.CREDIT; credit: Money }
  | { kind: WarrantySettlement.REPLACEMENT; locationId: string; quantity: Decimal };

/** What a client says that came, checked against what is claimed, which never changes. */
export async function planSettlement(
  context: Context,
  claim: WarrantyClaim,
  { credit, aboveCost, replacement }: DecideWarrantyClaimInput,
): Promise<Settlement> {
  if (replacement) return planReplacement(context, claim, replacement);
  return {
    kind: WarrantySettlement.CREDIT,
    credit: creditOf(claim, Money.from(credit!, 'input.credit'), aboveCost),
  };
}

function creditOf(claim: WarrantyClaim, credit: Money, aboveCost: boolean): Money {
  if (credit.currency !== claim.currency)
    throw badField('input.credit.currency', 'OTHER_CURRENCY', `The claim is in ${claim.currency}.`);
  if (credit.minorUnits <= 0) throw badField('input.credit.amount', 'MIN', 'A credit is more than nothing.');
  const cost = costOfColumns(claim.unitCost, claim.currency);
  if (cost && !aboveCost && credit.minorUnits > costFor(cost, claim.quantity).minorUnits)
    throw badField(
      'input.credit.amount',
      'ABOVE_COST',
      'That is more than the parts cost: say so, if it is meant.',
    );
  return credit;
}

async function planReplacement(
  context: Context,
  claim: WarrantyClaim,
  { locationId, quantity: said }: WarrantyReplacementInput,
): Promise<Settlement> {
  const path = 'input.replacement.locationId';
  const location = await requireLocation(context, locationId, path);
  requireOwn(context.identity, location, path);
  const { unit } = await context.loadOrFail(everyPart, claim.partId);
  const quantity =
    said == null ? new Decimal(claim.quantity) : quantityOf(said, unit, 'input.replacement.quantity');
  if (quantity.gt(claim.quantity))
    throw badField(
      'input.replacement.quantity',
      'ABOVE_CLAIM',
      'No more comes in their place than was claimed.',
    );
  return { kind: WarrantySettlement.REPLACEMENT, locationId: location.id, quantity };
}

export function saysTheSame(claim: WarrantyClaim, settlement: Settlement): boolean {
  if (settlement.kind === WarrantySettlement.CREDIT)
    return claim.creditMinor === settlement.credit.minorUnits;
  return claim.locationId === settlement.locationId && settlement.quantity.eq(claim.replacedQuantity ?? 0);
}

/** Parts come in at what the faulty ones had been issued at, and go to jobs that wait for them. */
export async function settle(
  tx: Transaction,
  claim: WarrantyClaim,
  settlement: Settlement,
): Promise<Given<WarrantyClaim>> {
  const settled = { settlement: settlement.kind, settledAt: tx.now };
  if (settlement.kind === WarrantySettlement.CREDIT)
    return { ...settled, creditMinor: settlement.credit.minorUnits };
  const { locationId, quantity } = settlement;
  const place = { partId: claim.partId, locationId };
  const cost = costOfColumns(claim.unitCost, claim.currency);
  const movement = await changeStockAndServe(tx, [place], (stock) =>
    stock.receive({ ...place, quantity, cost }, { type: StockReferenceType.WARRANTY_CLAIM, id: claim.id }),
  );
  return { ...settled, locationId, replacedQuantity: quantity.toFixed(), movementId: movement.id };
}
