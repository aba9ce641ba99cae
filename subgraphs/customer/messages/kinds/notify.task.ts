import { defineTask } from '../../../../shared/events/task';
import { isId } from '../../../../shared/ids';
import type { Context } from '../../../../shared/subgraph/context';
import { isKindName, type KindName, kindOf } from './catalogue';
import { type Cause, readFacts } from './facts';
import { recipientsOf } from './recipients';
import { senderOf } from './sender';
import { tell } from './tell';

export const NOTIFY_TASK = 'notify';

export interface NotifyJob extends Cause {
  kind: KindName;
}

export const notifyTask = defineTask<NotifyJob>({
  name: NOTIFY_TASK,
  parse({ kind, eventId, subjectType, subjectId, payload }) {
    if (!isKindName(kind) || !isId(eventId) || !isId(subjectId) || typeof subjectType !== 'string')
      throw new Error('A notify job without its kind or event.');
    return { kind, eventId, subjectType, subjectId, payload: (payload ?? {}) as Cause['payload'] };
  },
  run: (job, context) => notifyOf(context, job),
});

/** Asks for what the texts name, then writes to everybody at once: again, it finds all of it written. */
async function notifyOf(context: Context, { kind, ...cause }: NotifyJob): Promise<void> {
  const entry = kindOf(kind);
  const { facts, serviceCentreId } = await readFacts(context, entry.facts, cause);
  const recipients = await recipientsOf(context, entry, cause, serviceCentreId);
  if (recipients.length === 0) return;
  const sender = await senderOf(context, serviceCentreId);
  const related = { type: cause.subjectType, id: cause.subjectId };
  const telling = { kind, occasion: cause.eventId, sender, serviceCentreId, facts, related };
  await context.transaction(async (tx) => {
    for (const recipient of recipients) await tell(tx, telling, recipient);
  });
}
