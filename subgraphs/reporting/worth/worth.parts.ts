import type { Parts } from '../../../shared/subgraph/parts';
import { keepWorthItem, keepWorthTask } from './keep-worth.task';
import { worthInvariants } from './worth.invariants';

export const worthParts = {
  tasks: [keepWorthTask],
  clockwork: [keepWorthItem],
  invariants: worthInvariants,
} satisfies Parts;
