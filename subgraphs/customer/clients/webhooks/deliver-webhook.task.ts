import { defineTask } from '../../../../shared/events/task';
import { isId } from '../../../../shared/ids';
import { deliverWebhook } from './deliver-webhook';
import { WEBHOOK_TASK } from './queue-delivery';

export const webhookTask = defineTask<{ deliveryId: string; attempt: number }>({
  name: WEBHOOK_TASK,
  parse({ deliveryId, attempt }) {
    if (!isId(deliveryId) || !Number.isSafeInteger(attempt))
      throw new Error('A webhook job without its delivery or attempt.');
    return { deliveryId, attempt: attempt as number };
  },
  run: ({ deliveryId, attempt }, context) => deliverWebhook(context, deliveryId, attempt),
});
