import type { WorkerEvents } from 'graphile-worker';
import type { Log } from '../log';

/** Longer than a database takes to come back; then the worker begins anew rather than stay in a bad state. */
const NO_JOBS_MS = 60_000;

/** What the worker says: failed jobs, dead letters, and that it gets no jobs, once each time. */
export function logJobs(events: WorkerEvents, log: Log): void {
  events.on('job:error', ({ job, error }) => {
    const { id, task_identifier: task, attempts, max_attempts: allowed } = job;
    const fields = { job: id, task, attempt: attempts, of: allowed };
    if (attempts >= allowed) log.error('dead letter: a job failed for good', error, fields);
    else log.error('a job failed and will be tried again', error, fields);
  });
  events.on('pool:fatalError', ({ action, error }) => {
    log.error('how a job went cannot be written down', error, { action });
  });
  let failingSince: number | null = null;
  events.on('worker:getJob:error', ({ error, worker }) => {
    if (failingSince === null) log.error('no jobs can be taken', error);
    failingSince ??= Date.now();
    if (Date.now() - failingSince > NO_JOBS_MS)
      void worker.workerPool.gracefulShutdown('No jobs can be taken.');
  });
  for (const taken of ['job:start', 'worker:getJob:empty'] as const)
    events.on(taken, () => {
      if (failingSince !== null) log.info('jobs can be taken again');
      failingSince = null;
    });
}
