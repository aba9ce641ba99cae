import type { ClockworkItem } from '../../shared/clockwork/clockwork';
import { roleUrl } from '../../shared/database/roles';
import type { EventHandler } from '../../shared/events/handler';
import { syncHandlers } from '../../shared/events/sync-handlers';
import type { Task } from '../../shared/events/task';
import { type RunningWorker, startWorker } from '../../shared/events/worker';
import { newId } from '../../shared/ids';
import { Log } from '../../shared/log';
import { Subgraph } from '../../shared/subgraph/subgraph';
import { inventoryApp } from '../../subgraphs/inventory/app';
import { StockLocation, StockLocationKind } from '../../subgraphs/inventory/stock/stock-location.entity';
import { FACTS, type OpenSubgraphs, system } from '../harness/subgraphs';
import { until } from '../harness/until';

/** One subgraph with the handlers and tasks of a test, at work in a worker of this process. */
export class Bench {
  readonly organisationId = newId();
  readonly lines: string[] = [];
  private subgraph!: Subgraph;
  private readonly workers: RunningWorker[] = [];

  constructor(private readonly open: OpenSubgraphs) {}

  async prepare(
    handlers: EventHandler[],
    tasks: Task[] = [],
    clockwork: ClockworkItem[] = [],
  ): Promise<void> {
    const app = { ...inventoryApp, handlers, tasks, clockwork };
    await syncHandlers(this.open.admin, [app]);
    this.subgraph = await Subgraph.open(app, this.kernel, this.url('inventory'));
  }

  async startWorker(): Promise<RunningWorker> {
    const worker = await startWorker({
      subgraphs: [this.subgraph],
      url: this.url('worker'),
      kernel: this.kernel,
      concurrency: 4,
    });
    this.workers.push(worker);
    return worker;
  }

  /** Everything that the test started; what it left in the queue goes too. */
  async clear(): Promise<void> {
    await Promise.all(this.workers.splice(0).map((worker) => worker.stop().catch(() => undefined)));
    await this.subgraph.close();
    await this.sql('delete from graphile_worker._private_jobs');
  }

  get context() {
    return this.subgraph.context(system(this.organisationId), FACTS);
  }

  /** Its position in the organisation's log. */
  async emit(name: string, payload: Record<string, unknown> = {}): Promise<number> {
    await this.context.transaction(async (tx) => {
      tx.emit({ name, subjectType: 'Probe', subjectId: newId(), payload });
    });
    const [row] = await this.sql<{ position: string }>(
      'select position from platform.event_counter where organisation_id = $1',
      [this.organisationId],
    );
    return Number(row!.position);
  }

  /** The jobs that are still in the queue. */
  jobs() {
    return this.sql<{ attempts: number; locked_by: string | null; last_error: string | null }>(
      `select attempts, locked_by, last_error from graphile_worker._private_jobs order by id`,
    );
  }

  untilIdle(): Promise<void> {
    return until('the queue is empty', async () => (await this.jobs()).length === 0);
  }

  /** What the handlers of the test did. */
  async effects(): Promise<string[]> {
    const rows = await this.sql<{ name: string }>(
      'select name from inventory.stock_location where organisation_id = $1 order by name',
      [this.organisationId],
    );
    return rows.map(({ name }) => name);
  }

  async sql<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await this.open.admin.query<T>(text, values)).rows;
  }

  private get kernel() {
    return { ...this.open.foundation.kernel, log: new Log('info', {}, (line) => this.lines.push(line)) };
  }

  private url(role: 'inventory' | 'worker'): string {
    return roleUrl(this.open.databaseUrl, this.kernel.secrets.secretKey, role);
  }
}

/** A handler whose effect can be counted: a warehouse by the name in the payload. */
export const leavesMark = (event: string, before?: () => Promise<void> | void): EventHandler => ({
  event,
  name: `test.${event}`,
  async handle(tx, { payload }) {
    await tx.insert(StockLocation, {
      name: String(payload.mark),
      kind: StockLocationKind.CENTRAL_WAREHOUSE,
      active: true,
    });
    await before?.();
  },
});

/** Where a handler waits until the test lets it go on. */
export class Gate {
  private arrive!: () => void;
  open!: () => void;
  readonly reached = new Promise<void>((resolve) => {
    this.arrive = resolve;
  });
  private readonly opened = new Promise<void>((resolve) => {
    this.open = resolve;
  });

  pass(): Promise<void> {
    this.arrive();
    return this.opened;
  }
}
