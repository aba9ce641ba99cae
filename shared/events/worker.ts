import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import {
  parseCronItems,
  type Runner,
  run,
  type TaskList,
  type WorkerEvents,
  type WorkerPool,
} from 'graphile-worker';
import { Pool } from 'pg';
import { CLOCKWORK_TASK, clockworkTask, tickTask } from '../clockwork/clockwork-task';
import { silentLogger } from '../database/silent-logger';
import { isId } from '../ids';
import type { Log } from '../log';
import type { GaugeSource } from '../metrics/metrics';
import type { Kernel } from '../subgraph/kernel';
import type { Subgraph } from '../subgraph/subgraph';
import { eventTask, workerContext } from './event-task';
import { Heartbeat } from './heartbeat';
import { queueGauges } from './queue-gauges';
import { logJobs } from './worker-log';

/** Jobs that run longer than this at a stop are given back to the queue. */
const PATIENCE_MS = 8_000;
const RESTART_MS = 1_000;
/**
 * Which job is whose and which is done: what the server forgets of it when it crashes is done once more, as after a crash
 * of ours. What handlers and tasks write they write by connections of their own, which wait until it is on the disk.
 */
const NOT_WAITED_FOR = '-c synchronous_commit=off';
const DAY_MS = 86_400_000;

export interface WorkerOptions {
  subgraphs: readonly Subgraph[];
  /** The database as the role of the worker. */
  url: string;
  kernel: Kernel;
  /** Jobs at a time. */
  concurrency: number;
}

export interface RunningWorker {
  gauges: GaugeSource[];
  stop(): Promise<void>;
}

/** Runs event handlers and jobs of all these subgraphs. Any number of workers share the work. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const log = options.kernel.log.with({ part: 'worker' });
  const pool = new Pool({
    connectionString: options.url,
    application_name: 'liftbay worker',
    options: NOT_WAITED_FOR,
    connectionTimeoutMillis: 10_000,
    // Beside the jobs: the listener, the clock, the heartbeat.
    max: options.concurrency + 3,
  });
  let stopped = false;
  const lost = (error: Error) => {
    // The pool ends before its connections do, and a database that stops right after us still finds them.
    if (!stopped) log.warn('connection lost', { error: error.message });
  };
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  const worker = new Worker(pool, log, taskList(options.subgraphs), options.concurrency);
  try {
    await worker.start();
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    gauges: queueGauges(pool),
    async stop() {
      await worker.stop();
      stopped = true;
      await pool.end();
    },
  };
}

/** The clean-up by night, and once after a night without a worker; the tick finds by itself what it is late for. */
const cronItems = () =>
  parseCronItems([
    { task: 'tick', match: '* * * * *', identifier: 'tick' },
    { task: 'clean-up', match: '17 3 * * *', identifier: 'clean-up', options: { backfillPeriod: DAY_MS } },
  ]);

function taskList(subgraphs: readonly Subgraph[]): TaskList {
  const tasks: TaskList = {
    event: eventTask(subgraphs),
    tick: tickTask(subgraphs),
    [CLOCKWORK_TASK]: clockworkTask(subgraphs),
    'clean-up': async (_payload, helpers) => {
      await helpers.query('select platform.clean_up()');
    },
  };
  for (const subgraph of subgraphs)
    for (const task of subgraph.app.tasks) {
      if (tasks[task.name]) throw new Error(`Two tasks are called ${task.name}.`);
      tasks[task.name] = async (given, helpers) => {
        const payload = given as Record<string, unknown>;
        if (!isId(payload.organisationId)) throw new Error(`A ${task.name} job without an organisation.`);
        await task.run(task.parse(payload), workerContext(subgraph, payload.organisationId, helpers));
      };
    }
  return tasks;
}

/** graphile-worker, kept running: it ends by itself when it cannot write down how a job went. */
class Worker {
  private readonly stopping = new AbortController();
  private runner: Runner | null = null;
  private crew: WorkerPool | null = null;
  private heartbeat: Heartbeat | null = null;
  private supervised: Promise<void> = Promise.resolve();

  constructor(
    private readonly pool: Pool,
    private readonly log: Log,
    private readonly tasks: TaskList,
    private readonly concurrency: number,
  ) {}

  async start(): Promise<void> {
    const runner = await this.run();
    this.supervised = this.supervise(runner);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    const impatience = setTimeout(() => this.giveJobsBack(), PATIENCE_MS);
    await this.runner?.stop().catch(() => undefined);
    await this.supervised;
    clearTimeout(impatience);
  }

  private async supervise(first: Runner): Promise<void> {
    let runner: Runner | null = first;
    const { signal } = this.stopping;
    for (;;) {
      await runner?.promise.catch((error: unknown) => this.log.error('the worker failed', error));
      await this.heartbeat?.stop();
      this.heartbeat = null;
      if (signal.aborted) return;
      this.log.warn('the worker ended and starts again');
      await pause(RESTART_MS, undefined, { signal }).catch(() => undefined);
      runner = await this.run().catch((error: unknown) => {
        this.log.error('the worker does not start', error);
        return null;
      });
      if (signal.aborted) await runner?.stop();
    }
  }

  private giveJobsBack(): void {
    this.log.warn('jobs were given back at the stop');
    Promise.resolve(this.crew?.forcefulShutdown('The worker was stopped.')).catch(() => undefined);
  }

  private async run(): Promise<Runner> {
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:create', ({ workerPool }) => {
      this.crew = workerPool;
      this.heartbeat = new Heartbeat(this.pool, this.log, workerPool.id);
    });
    logJobs(events, this.log);
    this.runner = await run({
      pgPool: this.pool,
      taskList: this.tasks,
      parsedCronItems: cronItems(),
      concurrency: this.concurrency,
      events,
      logger: silentLogger(),
      noHandleSignals: true,
      // Unbatched, a job's end that cannot be written is an unhandled rejection.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
    return this.runner;
  }
}
