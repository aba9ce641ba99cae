import type { Decimal } from 'decimal.js';
import { badField } from '../../../shared/errors';
import { newId } from '../../../shared/ids';
import { Money } from '../../../shared/money';
import type { Context } from '../../../shared/subgraph/context';
import { differenceOf } from '../catalogue/quantity';
import { changeStockAndServe } from '../jobs/supply-jobs';
import { AdjustmentReason, type AdjustStockInput } from './adjustment.input';
import type { CutReservation, StockAdjustment } from './adjustment.type';
import { type Cost, costOf } from './cost';
import type { Stock } from './ledger';
import type { Movement, Released } from './ledger-types';
import { requirePlace } from './require-place';
import { StockReferenceType } from './stock.enums';
import { stockLevels, stockMovements } from './stock.loader';

const ONLY_UP: ReadonlySet<AdjustmentReason> = new Set([
  AdjustmentReason.OPENING_STOCK,
  AdjustmentReason.FOUND,
]);
const ONLY_DOWN: ReadonlySet<AdjustmentReason> = new Set([
  AdjustmentReason.DAMAGED,
  AdjustmentReason.EXPIRED,
  AdjustmentReason.LOST,
  AdjustmentReason.OWN_USE,
]);

interface Adjusted {
  movementId: string;
  levelId: string;
  cutReservations: CutReservation[];
}

export async function adjustStock(context: Context, input: AdjustStockInput): Promise<StockAdjustment> {
  const { part } = await requirePlace(context, input);
  const difference = differenceOf(input.quantity, part.unit, 'input.quantity');
  const cost = unitCostOf(input, difference);
  requireReason(input, difference);
  const { movementId, levelId, cutReservations } = await context.once<Adjusted>(
    { operation: 'adjustStock', key: input.idempotencyKey, input },
    (tx) =>
      changeStockAndServe(tx, [input], (stock) => {
        const { movement, released } = adjust(stock, input, difference, cost);
        return {
          movementId: movement.id,
          levelId: stock.idOf(input),
          cutReservations: released.map(cutReservation),
        };
      }),
  );
  return {
    movement: await context.loadOrFail(stockMovements, movementId),
    level: await context.loadOrFail(stockLevels, levelId),
    cutReservations,
  };
}

function adjust(
  stock: Stock,
  input: AdjustStockInput,
  difference: Decimal,
  cost: Cost | null,
): { movement: Movement; released: Released[] } {
  const { partId, locationId, cutReservations } = input;
  const reference = { type: StockReferenceType.ADJUSTMENT, id: newId() };
  const reason = { code: input.reason, text: input.note?.trim() ?? null };
  if (difference.isPositive()) {
    const movement = stock.found({ partId, locationId, quantity: difference, cost }, reference, reason);
    return { movement, released: [] };
  }
  const gone = { partId, locationId, quantity: difference.negated() };
  if (cutReservations) return stock.writeOffReserved(gone, reference, reason);
  return { movement: stock.writeOff(gone, reference, reason), released: [] };
}

function unitCostOf({ unitCost }: AdjustStockInput, difference: Decimal): Cost | null {
  if (!unitCost) return null;
  if (difference.isNegative())
    throw badField(
      'input.unitCost',
      'ONLY_UP',
      'What goes costs what it cost; only what comes can be told a cost.',
    );
  const money = Money.from(unitCost, 'input.unitCost');
  if (money.minorUnits < 0) throw badField('input.unitCost.amount', 'MIN', 'A cost is not below zero.');
  return costOf(money);
}

function requireReason({ reason, note }: AdjustStockInput, difference: Decimal): void {
  if (difference.isPositive() ? ONLY_DOWN.has(reason) : ONLY_UP.has(reason))
    throw badField(
      'input.reason',
      'DIRECTION',
      `${reason} does not make stock ${difference.isPositive() ? 'more' : 'less'}.`,
    );
  if (reason === AdjustmentReason.OTHER && !note) throw badField('input.note', 'REQUIRED', 'Say why.');
}

export const cutReservation = ({ reference, quantity, left }: Released): CutReservation => ({
  referenceType: reference.type,
  referenceId: reference.id,
  quantity: quantity.toFixed(),
  left: left.toFixed(),
});
