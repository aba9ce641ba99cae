import { Decimal } from 'decimal.js';
import type { Transaction } from '../../../../shared/database/transaction';
import { badField } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { changeStockAndServe } from '../../jobs/supply-jobs';
import { costOfColumns } from '../cost';
import { linesOf, lockTransfer, moveTransfer, referenceOf, requireEnd, whoActs } from './move-transfer';
import { namedQuantities, shares } from './named-quantities';
import { StockTransfer, StockTransferLine } from './transfer.entity';
import type { ReceiveTransferInput } from './transfer.input';
import { StockTransferStatus, transferLifecycle } from './transfer.lifecycle';
import { transfers } from './transfer.loader';

const PERMISSION = 'transfers:update';

/** What of a line left, and neither came nor was written off. */
export const inTransit = ({ shipped, received, lost }: StockTransferLine): Decimal =>
  new Decimal(shipped).minus(received).minus(lost);

interface Arrival {
  line: StockTransferLine;
  partId: string;
  locationId: string;
  came: Decimal;
  gone: Decimal;
}

/** What comes is in stock; what does not stays on its way, or is written off by a movement that says so. */
export async function receiveTransfer(
  context: Context,
  id: string,
  input: ReceiveTransferInput,
): Promise<StockTransfer> {
  await requireEnd(context, id, PERMISSION, ['destination']);
  const named = await namedQuantities(context, input.lines);
  await context.once(
    { operation: 'receiveTransfer', key: input.idempotencyKey, input: { id, input } },
    async (tx) => {
      const transfer = await lockTransfer(tx, id, PERMISSION, input.expectedVersion);
      transferLifecycle.demand(transfer.status, StockTransferStatus.RECEIVED);
      const arrivals = shares(await linesOf(tx, id), named, inTransit).map(({ line, quantity: came }) => ({
        line,
        came,
        gone: input.writeOffRest ? inTransit(line).minus(came) : new Decimal(0),
        partId: line.partId,
        locationId: transfer.toLocationId,
      }));
      if (arrivals.every(({ came, gone }) => came.isZero() && gone.isZero()))
        throw badField('input.lines', 'EMPTY', 'Something must have come, or be written off.');
      await takeIn(tx, arrivals);
      await finish(tx, transfer, arrivals);
      return { id };
    },
  );
  return context.loadOrFail(transfers, id);
}

async function takeIn(tx: Transaction, arrivals: readonly Arrival[]): Promise<void> {
  await changeStockAndServe(tx, arrivals, (stock) => {
    for (const { line, came, gone, ...place } of arrivals) {
      const cost = costOfColumns(line.unitCost, line.costCurrency);
      if (!came.isZero()) stock.takeIn({ ...place, quantity: came, cost }, referenceOf(line));
      if (!gone.isZero()) stock.lose({ ...place, quantity: gone, cost }, referenceOf(line));
    }
  });
  for (const { line, came, gone } of arrivals)
    await tx.update(StockTransferLine, line, {
      received: new Decimal(line.received).plus(came).toFixed(),
      lost: new Decimal(line.lost).plus(gone).toFixed(),
    });
}

async function finish(tx: Transaction, transfer: StockTransfer, arrivals: readonly Arrival[]): Promise<void> {
  if (arrivals.some(({ line, came, gone }) => inTransit(line).gt(came.plus(gone)))) {
    await tx.update(StockTransfer, transfer, { receivedById: whoActs(tx) }, 'receive in part');
    return tx.emit({
      name: 'TransferPartlyReceived',
      subjectType: 'StockTransfer',
      subjectId: transfer.id,
      payload: { fromLocationId: transfer.fromLocationId, toLocationId: transfer.toLocationId },
    });
  }
  await moveTransfer(tx, transfer, StockTransferStatus.RECEIVED, {
    action: 'receive',
    event: 'TransferReceived',
    patch: { receivedById: whoActs(tx), receivedAt: tx.now },
  });
}
