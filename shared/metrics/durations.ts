import type { Metric, Registry } from 'prom-client';

/** From an answer out of memory to the longest time-out. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export interface DurationsOptions {
  name: string;
  help: string;
  labelNames: readonly string[];
  register: Registry;
}

interface Series {
  labels: Record<string, string>;
  /** How many were within each bound and within none before it; the last place is for those within none. */
  counts: number[];
  sum: number;
}

/**
 * How long something took, as a histogram. prom-client's own makes and hashes an object of labels at each observation,
 * which takes longer than all that is counted; its registry takes any metric that can tell its values.
 */
export class Durations {
  readonly name: string;
  private readonly series = new Map<string, Series>();

  constructor(private readonly options: DurationsOptions) {
    this.name = options.name;
    options.register.registerMetric(this as unknown as Metric);
  }

  /** `labels`: their values, in the order of the names. */
  observe(seconds: number, ...labels: readonly string[]): void {
    const key = labels.length === 1 ? labels[0]! : labels.join('\n');
    let series = this.series.get(key);
    if (!series) {
      series = this.seriesOf(labels);
      this.series.set(key, series);
    }
    let at = 0;
    while (at < BOUNDS.length && seconds > BOUNDS[at]!) at += 1;
    series.counts[at]! += 1;
    series.sum += seconds;
  }

  /** For the registry. */
  get() {
    const { name, help } = this.options;
    const values = [...this.series.values()].flatMap((series) => this.valuesOf(series));
    return { name, help, type: 'histogram', aggregator: 'sum', values };
  }

  /** For the registry, too. */
  reset(): void {
    this.series.clear();
  }

  private seriesOf(values: readonly string[]): Series {
    const { labelNames } = this.options;
    const labels = Object.fromEntries(labelNames.map((name, at) => [name, values[at]!]));
    return { labels, counts: new Array<number>(BOUNDS.length + 1).fill(0), sum: 0 };
  }

  private valuesOf({ labels, counts, sum }: Series) {
    const { name } = this.options;
    let value = 0;
    const buckets = counts.map((count, at) => {
      value += count;
      return { metricName: `${name}_bucket`, labels: { le: BOUNDS[at] ?? '+Inf', ...labels }, value };
    });
    return [
      ...buckets,
      { metricName: `${name}_sum`, labels, value: sum },
      { metricName: `${name}_count`, labels, value },
    ];
  }
}
