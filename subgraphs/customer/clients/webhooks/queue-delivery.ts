import type { Transaction } from '../../../../shared/database/transaction';

export const WEBHOOK_TASK = 'webhook';

/** Of a delivery only the latest job is kept; `attempt` is how many were made before it. */
export function queueDelivery(tx: Transaction, deliveryId: string, attempt: number, runAt?: Date): void {
  tx.enqueue({
    task: WEBHOOK_TASK,
    payload: { deliveryId, attempt },
    key: `webhook-${deliveryId}`,
    ...(runAt ? { runAt } : {}),
  });
}
