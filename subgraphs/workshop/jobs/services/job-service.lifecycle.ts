import { defineLifecycle } from '../../../../shared/lifecycle';

export const jobServiceLifecycle = defineLifecycle({
  name: 'JobServiceStatus',
  description: 'Where a service of a job stands.',
  initial: 'PENDING',
  states: {
    PENDING: { means: 'To be done.', next: ['IN_PROGRESS', 'SKIPPED'] },
    IN_PROGRESS: { means: 'Being done.', next: ['COMPLETED', 'SKIPPED'] },
    COMPLETED: { means: 'Done. Final.', next: [] },
    SKIPPED: { means: 'Not done, for the reason that it tells. Final.', next: [] },
  },
});

export type JobServiceStatus = (typeof jobServiceLifecycle.states)[number];
export const JobServiceStatus = jobServiceLifecycle.enumeration;
