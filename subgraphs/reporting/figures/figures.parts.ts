import type { Parts } from '../../../shared/subgraph/parts';
import { keepDaysItem, keepDaysTask } from './keep-days.task';
import { markStaleHandlers } from './mark-stale.handlers';

export const figuresParts = {
  handlers: [...markStaleHandlers],
  tasks: [keepDaysTask],
  clockwork: [keepDaysItem],
} satisfies Parts;
