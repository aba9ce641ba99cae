import type { Context } from '../../../../shared/subgraph/context';
import { changeStockAndServe } from '../../jobs/supply-jobs';
import { linesOf, lockTransfer, moveTransfer, referenceOf, requireEnd } from './move-transfer';
import type { StockTransfer } from './transfer.entity';
import type { CloseTransferArgs } from './transfer.input';
import { StockTransferStatus, transferLifecycle } from './transfer.lifecycle';
import { transfers } from './transfer.loader';

const PERMISSION = 'transfers:cancel';

/** Before it left; what it holds is free again. Again: nothing happens. */
export async function cancelTransfer(
  context: Context,
  { id, reason, expectedVersion }: CloseTransferArgs,
): Promise<StockTransfer> {
  await requireEnd(context, id, PERMISSION, ['source', 'destination']);
  await context.transaction(async (tx) => {
    const transfer = await lockTransfer(tx, id, PERMISSION, expectedVersion);
    if (transfer.status === StockTransferStatus.CANCELLED) return;
    transferLifecycle.demand(transfer.status, StockTransferStatus.CANCELLED);
    if (transfer.status === StockTransferStatus.APPROVED) {
      const held = (await linesOf(tx, id)).map((line) => ({
        reference: referenceOf(line),
        partId: line.partId,
        locationId: transfer.fromLocationId,
      }));
      await changeStockAndServe(tx, held, (stock) => {
        for (const line of held) stock.release(line, line.reference);
      });
    }
    await moveTransfer(tx, transfer, StockTransferStatus.CANCELLED, {
      action: 'cancel',
      event: 'TransferCancelled',
      patch: { closedReason: reason.trim() },
    });
  });
  return context.loadOrFail(transfers, id);
}
