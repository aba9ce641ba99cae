import type { Context } from '../../../../shared/subgraph/context';
import { Receipt } from './receipt.entity';
import { receipts, receiptsFor } from './receipt.loader';

const sendable = receiptsFor('payments:create');

/** The customer is written to by whoever listens: as often as it is asked for. */
export async function sendReceipt(context: Context, id: string): Promise<Receipt> {
  await context.transaction(async (tx) => {
    const receipt = await tx.lock(sendable, id);
    const { customerId, serviceCentreId, paymentId } = await tx.update(
      Receipt,
      receipt,
      { sentAt: tx.now },
      'send',
    );
    tx.emit({
      name: 'ReceiptSent',
      subjectType: 'Receipt',
      subjectId: id,
      payload: { customerId, serviceCentreId, paymentId },
    });
  });
  return context.loadOrFail(receipts, id);
}
