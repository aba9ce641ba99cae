import type { Transaction } from '../../../../shared/database/transaction';

export const WEBHOOK_TASK = 'webhook';

interface Queued {
  id: string;
  endpointId: string;
}

/**
 * Of a delivery only the latest job is kept; `attempt` is how many were made before it. An endpoint has a queue of its
 * own, so that one that answers slowly holds up one worker's hand, and no other endpoint.
 */
export function queueDelivery(
  tx: Transaction,
  { id, endpointId }: Queued,
  attempt: number,
  runAt?: Date,
): void {
  tx.enqueue({
    task: WEBHOOK_TASK,
    payload: { deliveryId: id, attempt },
    key: `webhook-${id}`,
    queue: `webhook-${endpointId}`,
    ...(runAt ? { runAt } : {}),
  });
}
