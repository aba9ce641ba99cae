import { Decimal } from 'decimal.js';
import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { badField } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { changeStockAndServe } from '../../jobs/supply-jobs';
import { closedLocation } from '../refusal';
import { linesOf, lockTransfer, moveTransfer, referenceOf, requireEnd, whoActs } from './move-transfer';
import { namedQuantities, shares } from './named-quantities';
import { type StockTransfer, StockTransferLine } from './transfer.entity';
import type { ShipTransferInput } from './transfer.input';
import { StockTransferStatus, transferLifecycle } from './transfer.lifecycle';
import { transfers } from './transfer.loader';

const PERMISSION = 'transfers:update';

/** What leaves is in stock nowhere until it is received; what stays is free again. */
export async function shipTransfer(
  context: Context,
  id: string,
  input: ShipTransferInput,
): Promise<StockTransfer> {
  await requireEnd(context, id, PERMISSION, ['source']);
  const named = await namedQuantities(context, input.lines);
  await context.once(
    { operation: 'shipTransfer', key: input.idempotencyKey, input: { id, input } },
    async (tx) => {
      const transfer = await lockTransfer(tx, id, PERMISSION, input.expectedVersion);
      transferLifecycle.demand(transfer.status, StockTransferStatus.SHIPPED);
      await requireOpen(tx, transfer.toLocationId);
      const leaving = shares(await linesOf(tx, id), named, ({ quantity }) => new Decimal(quantity)).map(
        ({ line, quantity }) => ({
          line,
          quantity,
          partId: line.partId,
          locationId: transfer.fromLocationId,
        }),
      );
      if (leaving.every(({ quantity }) => quantity.isZero()))
        throw badField(
          'input.lines',
          'EMPTY',
          'Something must leave; a transfer of nothing is cancelled instead.',
        );
      const costs = await changeStockAndServe(tx, leaving, (stock) =>
        leaving.map(({ line, ...wanted }) => {
          const reference = referenceOf(line);
          const cost = wanted.quantity.isZero() ? null : stock.shipOut(wanted, reference).unitCost;
          stock.release(wanted, reference);
          return cost;
        }),
      );
      for (const [index, { line, quantity }] of leaving.entries())
        await tx.update(StockTransferLine, line, {
          shipped: quantity.toFixed(),
          unitCost: costs[index]?.amount.toFixed() ?? null,
          costCurrency: costs[index]?.currency ?? null,
        });
      await moveTransfer(tx, transfer, StockTransferStatus.SHIPPED, {
        action: 'ship',
        event: 'TransferShipped',
        patch: { shippedById: whoActs(tx), shippedAt: tx.now },
      });
      return { id };
    },
  );
  return context.loadOrFail(transfers, id);
}

/** Nothing is sent to a place that is being closed: who closes it waits for this lock, and finds what is on its way. */
async function requireOpen(tx: Transaction, locationId: string): Promise<void> {
  const [location] = await tx.query<{ active: boolean }>(sql`select t.active from inventory.stock_location t
    where t.organisation_id = ${tx.organisationId} and t.id = ${locationId} for key share of t`);
  if (!location!.active) throw closedLocation(locationId);
}
