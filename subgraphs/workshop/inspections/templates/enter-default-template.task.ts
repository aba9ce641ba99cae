import type { EventHandler } from '../../../../shared/events/handler';
import { defineTask } from '../../../../shared/events/task';
import { enterDefaultTemplate } from './list-inspection-templates';

const ENTER_DEFAULT_TEMPLATE_TASK = 'enter-default-inspection-template';

export const enterDefaultTemplateTask = defineTask<null>({
  name: ENTER_DEFAULT_TEMPLATE_TASK,
  parse: () => null,
  run: (_, context) => enterDefaultTemplate(context),
});

/** A new shop finds a template there. A job, because its language must be asked for. */
export const enterDefaultTemplateHandler: EventHandler = {
  event: 'OrganisationCreated',
  name: 'workshop.enter-default-inspection-template',
  async handle(tx) {
    tx.enqueue({ task: ENTER_DEFAULT_TEMPLATE_TASK, payload: {} });
  },
};
