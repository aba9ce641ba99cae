import type { IncomingMessage, ServerResponse } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

export interface GaugeSource {
  /** Without the prefix: `pool_connections`. */
  name: string;
  help: string;
  /** What the keys stand for when `read` gives several values. */
  label?: string;
  read(): number | Record<string, number> | Promise<number | Record<string, number>>;
}

export const PREFIX = 'liftbay_';

/** What a process tells Prometheus of itself. */
export class Metrics {
  protected readonly registry = new Registry();
  private readonly unread: Counter<'gauge'>;

  /** `process`: also memory, CPU and event loop. */
  constructor(options: { process: boolean }) {
    this.unread = new Counter({
      name: `${PREFIX}gauge_failures_total`,
      help: 'Gauges that could not be read when they were asked for; their values are missing then.',
      labelNames: ['gauge'],
      registers: [this.registry],
    });
    if (options.process) collectDefaultMetrics({ register: this.registry });
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
    res.writeHead(200, { 'Content-Type': this.registry.contentType, 'Cache-Control': 'no-store' });
    res.end(text);
  }
}
