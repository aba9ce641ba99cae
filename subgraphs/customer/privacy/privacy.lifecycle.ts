import { defineLifecycle } from '../../../shared/lifecycle';

export const dataExportLifecycle = defineLifecycle({
  name: 'DataExportStatus',
  description: 'How far an export of personal data has come.',
  initial: 'COLLECTING',
  states: {
    COLLECTING: { means: 'The parts of the program put theirs together.', next: ['READY', 'EXPIRED'] },
    READY: { means: 'The file can be fetched, until `expiresAt`.', next: ['EXPIRED'] },
    EXPIRED: { means: 'The file is deleted. Final; ask for another.', next: [] },
  },
});

export type DataExportStatus = (typeof dataExportLifecycle.states)[number];
export const DataExportStatus = dataExportLifecycle.enumeration;

export const erasureLifecycle = defineLifecycle({
  name: 'ErasureStatus',
  description: 'How far an erasure has come.',
  initial: 'RUNNING',
  states: {
    RUNNING: { means: 'Some parts of the program have not erased theirs yet.', next: ['COMPLETED'] },
    COMPLETED: { means: 'All have. Final.', next: [] },
  },
});

export type ErasureStatus = (typeof erasureLifecycle.states)[number];
export const ErasureStatus = erasureLifecycle.enumeration;
