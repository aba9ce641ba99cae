import type { IncomingMessage, ServerResponse } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { boundedNames } from './bounded-names';
import { send } from './respond';

export type OperationType = 'query' | 'mutation' | 'subscription';

export interface GaugeSource {
  /** Without the prefix: `pool_connections`. */
  name: string;
  help: string;
  /** What the keys stand for when `read` gives several values. */
  label?: string;
  read(): number | Record<string, number> | Promise<number | Record<string, number>>;
}

export interface MetricsOptions {
  /** Also memory, CPU and event loop of the process. */
  process: boolean;
}

const PREFIX = 'liftbay_';
/** From an answer out of memory to the longest time-out. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What the gateway counts, for Prometheus. Labels are bounded: clients choose operation names. */
export class GatewayMetrics {
  private readonly registry = new Registry();
  private readonly operationName = boundedNames(200);
  /** Subgraphs that are not ours have codes of their own. */
  private readonly code = boundedNames(50);
  private readonly operations: Histogram<'operation' | 'type' | 'code'>;
  private readonly subgraphCalls: Histogram<'subgraph'>;
  private readonly subgraphErrors: Counter<'subgraph' | 'code'>;
  private readonly unread: Counter<'gauge'>;

  constructor(options: MetricsOptions) {
    const registers = [this.registry];
    this.operations = new Histogram({
      name: `${PREFIX}operation_seconds`,
      help: 'Time to answer an operation, by its name, type and outcome: OK or the code of its first error.',
      labelNames: ['operation', 'type', 'code'],
      buckets: SECONDS,
      registers,
    });
    this.subgraphCalls = new Histogram({
      name: `${PREFIX}subgraph_call_seconds`,
      help: 'Time of one call of a subgraph.',
      labelNames: ['subgraph'],
      buckets: SECONDS,
      registers,
    });
    this.subgraphErrors = new Counter({
      name: `${PREFIX}subgraph_errors_total`,
      help: 'Calls of a subgraph that gave no answer, by code.',
      labelNames: ['subgraph', 'code'],
      registers,
    });
    this.unread = new Counter({
      name: `${PREFIX}gauge_failures_total`,
      help: 'Gauges that could not be read when they were asked for; their values are missing then.',
      labelNames: ['gauge'],
      registers,
    });
    if (options.process) collectDefaultMetrics({ register: this.registry });
  }

  operation(name: string | null | undefined, type: OperationType, code: string, seconds: number): void {
    this.operations.observe({ operation: this.operationName(name), type, code: this.code(code) }, seconds);
  }

  /** `code` is null for a call that was answered, whatever the answer says. */
  subgraphCall(subgraph: string, code: string | null, seconds: number): void {
    this.subgraphCalls.observe({ subgraph }, seconds);
    if (code !== null) this.subgraphErrors.inc({ subgraph, code: this.code(code) });
  }

  /** A value that is read when Prometheus asks: pool, queue, event lag. */
  gauge({ name, help, label, read }: GaugeSource): void {
    const { unread } = this;
    new Gauge({
      name: `${PREFIX}${name}`,
      help,
      labelNames: label ? [label] : [],
      registers: [this.registry],
      async collect() {
        this.reset();
        try {
          const value = await read();
          if (typeof value === 'number') this.set(value);
          else for (const [key, each] of Object.entries(value)) this.labels(key).set(each);
        } catch {
          // One source that is down must not take the other metrics with it.
          this.remove();
          unread.inc({ gauge: name });
        }
      },
    });
  }

  /** Answers `/metrics`. */
  async handle(_req: IncomingMessage, res: ServerResponse): Promise<void> {
    const text = await this.registry.metrics();
    await send(res, 200, text, { 'Content-Type': this.registry.contentType, 'Cache-Control': 'no-store' });
  }
}
