import { defineLifecycle } from '../../../shared/lifecycle';

export const exportLifecycle = defineLifecycle({
  name: 'ExportStatus',
  description: 'How far an export has come.',
  initial: 'QUEUED',
  states: {
    QUEUED: { means: 'It waits for its turn.', next: ['RUNNING'] },
    RUNNING: { means: 'Rows are being written; `rowsWritten` tells how many.', next: ['DONE', 'FAILED'] },
    DONE: { means: 'The file can be fetched, until `expiresAt`.', next: [] },
    FAILED: { means: 'There is no file; `failure` says why. Ask for another.', next: [] },
  },
});

export type ExportStatus = (typeof exportLifecycle.states)[number];
export const ExportStatus = exportLifecycle.enumeration;
