import { defineTask } from '../../../shared/events/task';
import { isId } from '../../../shared/ids';
import { deliverMessage, MOST_ATTEMPTS } from './deliver-message';

export const MESSAGE_TASK = 'message';

export const messageTask = defineTask<{ messageId: string }>({
  name: MESSAGE_TASK,
  maxAttempts: MOST_ATTEMPTS,
  parse({ messageId }) {
    if (!isId(messageId)) throw new Error('A message job without the id of a message.');
    return { messageId };
  },
  run: ({ messageId }, context) => deliverMessage(context, messageId),
});
