import type { EventHandler } from '../../../../shared/events/handler';
import { ensureDefaultStages } from './default-stages';

/** A new shop finds a board there. */
export const enterDefaultStages: EventHandler = {
  event: 'OrganisationCreated',
  name: 'workshop.enter-default-stages',
  handle: (tx) => ensureDefaultStages(tx),
};
