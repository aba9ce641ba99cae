import { Decimal } from 'decimal.js';
import type { Context } from '../../../../shared/subgraph/context';
import { changeStock } from '../ledger';
import { linesOf, lockTransfer, moveTransfer, referenceOf, requireEnd, whoActs } from './move-transfer';
import type { StockTransfer } from './transfer.entity';
import type { ApproveTransferArgs, CloseTransferArgs } from './transfer.input';
import { StockTransferStatus, transferLifecycle } from './transfer.lifecycle';
import { transfers } from './transfer.loader';

const PERMISSION = 'transfers:approve';

/** All of it is reserved where it lies, or nothing is approved. Again: nothing happens. */
export async function approveTransfer(
  context: Context,
  { id, expectedVersion }: ApproveTransferArgs,
): Promise<StockTransfer> {
  await requireEnd(context, id, PERMISSION, ['source']);
  await context.transaction(async (tx) => {
    const transfer = await lockTransfer(tx, id, PERMISSION, expectedVersion);
    if (transfer.status === StockTransferStatus.APPROVED) return;
    transferLifecycle.demand(transfer.status, StockTransferStatus.APPROVED);
    const wanted = (await linesOf(tx, id)).map((line) => ({
      reference: referenceOf(line),
      partId: line.partId,
      locationId: transfer.fromLocationId,
      quantity: new Decimal(line.quantity),
    }));
    await changeStock(tx, wanted, (stock) => {
      for (const line of wanted) stock.reserve(line, line.reference);
    });
    await moveTransfer(tx, transfer, StockTransferStatus.APPROVED, {
      action: 'approve',
      event: 'TransferApproved',
      patch: { decidedById: whoActs(tx), decidedAt: tx.now },
    });
  });
  return context.loadOrFail(transfers, id);
}

/** Again: nothing happens. */
export async function rejectTransfer(
  context: Context,
  { id, reason, expectedVersion }: CloseTransferArgs,
): Promise<StockTransfer> {
  await requireEnd(context, id, PERMISSION, ['source']);
  await context.transaction(async (tx) => {
    const transfer = await lockTransfer(tx, id, PERMISSION, expectedVersion);
    if (transfer.status === StockTransferStatus.REJECTED) return;
    await moveTransfer(tx, transfer, StockTransferStatus.REJECTED, {
      action: 'reject',
      event: 'TransferRejected',
      patch: { decidedById: whoActs(tx), decidedAt: tx.now, closedReason: reason.trim() },
    });
  });
  return context.loadOrFail(transfers, id);
}
