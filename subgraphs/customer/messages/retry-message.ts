import type { Context } from '../../../shared/subgraph/context';
import { Message } from './message.entity';
import { messageLifecycle } from './message.lifecycle';
import { retriableMessages } from './message.loader';
import { queueDelivery } from './send';

/** Gives a message that failed for good another round of attempts; one that waits already, waits on. */
export async function retryMessage(
  context: Context,
  id: string,
  expectedVersion: number | null,
): Promise<Message> {
  await context.transaction(async (tx) => {
    const message = await tx.lock(retriableMessages, id, expectedVersion);
    if (message.state === 'QUEUED') return;
    messageLifecycle.demand(message.state, 'QUEUED');
    const { attempts } = message;
    await tx.update(
      Message,
      message,
      { state: 'QUEUED', providerId: null, sentAt: null, attemptsBefore: attempts },
      'retry',
    );
    queueDelivery(tx, id);
  });
  return context.loadOrFail(retriableMessages, id);
}
