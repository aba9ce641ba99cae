import type { Parts } from '../../../shared/subgraph/parts';
import { shareInspectionHandler } from './share-inspection.handler';
import { shareInspectionTask } from './share-inspection.task';

/** Showing customers what the workshop found on their vehicles. */
export const inspectionsParts = {
  handlers: [shareInspectionHandler],
  tasks: [shareInspectionTask],
} satisfies Parts;
