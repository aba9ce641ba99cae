import type { EventHandler } from '../../../../shared/events/handler';
import { KIND_NAMES, type KindName, kindOf } from './catalogue';
import { NOTIFY_TASK } from './notify.task';

/** A handler runs in a transaction and may ask nobody: what the text needs is asked for by the job that it leaves. */
const handlerOf = (kind: KindName, event: string): EventHandler => ({
  event,
  name: `customer.notify-${kind.toLowerCase().replaceAll('_', '-')}`,
  async handle(tx, { id, subjectType, subjectId, payload }) {
    const { causedBy } = kindOf(kind);
    if (causedBy && !causedBy(payload)) return;
    tx.enqueue({ task: NOTIFY_TASK, payload: { kind, eventId: id, subjectType, subjectId, payload } });
  },
});

export const notifyHandlers: EventHandler[] = KIND_NAMES.flatMap((kind) => {
  const { event } = kindOf(kind);
  return event ? handlerOf(kind, event) : [];
});
