import type { Parts } from '../../../shared/subgraph/parts';
import { figuresInvariants } from './figures.invariants';
import { keepDaysItem, keepDaysTask } from './keep-days.task';
import { markStaleHandlers } from './mark-stale.handlers';

export const figuresParts = {
  handlers: [...markStaleHandlers],
  tasks: [keepDaysTask],
  clockwork: [keepDaysItem],
  invariants: figuresInvariants,
} satisfies Parts;
