import type { EventHandler } from '../../../../shared/events/handler';
import { defineTask } from '../../../../shared/events/task';
import { isId } from '../../../../shared/ids';
import { learnCentre } from './known-centre';

const LEARN_CENTRE_TASK = 'learn-centre';

export const learnCentreTask = defineTask<string>({
  name: LEARN_CENTRE_TASK,
  parse({ serviceCentreId }) {
    if (!isId(serviceCentreId)) throw new Error('A job without its service centre.');
    return serviceCentreId;
  },
  async run(id, context) {
    await learnCentre(context, id);
  },
});

/** A job, because its owner must be asked for what is new, and nobody is asked while a transaction is open. */
export const learnCentreHandlers: EventHandler[] = ['ServiceCentreCreated', 'ServiceCentreUpdated'].map(
  (event) => ({
    event,
    name: `workshop.learn-centre-on-${event}`,
    async handle(tx, { subjectId: serviceCentreId }) {
      tx.enqueue({ task: LEARN_CENTRE_TASK, payload: { serviceCentreId } });
    },
  }),
);
