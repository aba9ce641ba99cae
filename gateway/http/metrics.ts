import { Counter, Histogram } from 'prom-client';
import { Metrics, PREFIX } from '../../shared/metrics/metrics';
import { boundedNames } from './bounded-names';

export type OperationType = 'query' | 'mutation' | 'subscription';

/** From an answer out of memory to the longest time-out. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What the gateway counts, for Prometheus. Labels are bounded: clients choose operation names. */
export class GatewayMetrics extends Metrics {
  private readonly operationName = boundedNames(200);
  /** Subgraphs that are not ours have codes of their own. */
  private readonly code = boundedNames(50);
  private readonly operations: Histogram<'operation' | 'type' | 'code'>;
  private readonly subgraphCalls: Histogram<'subgraph'>;
  private readonly subgraphErrors: Counter<'subgraph' | 'code'>;
  private readonly budgetRefusals: Counter<'budget'>;

  constructor(options: { process: boolean }) {
    super(options);
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
    this.budgetRefusals = new Counter({
      name: `${PREFIX}budget_refusals_total`,
      help: 'Requests refused because a budget was used up: public, caller or address.',
      labelNames: ['budget'],
      registers,
    });
  }

  operation(name: string | null | undefined, type: OperationType, code: string, seconds: number): void {
    this.operations.observe({ operation: this.operationName(name), type, code: this.code(code) }, seconds);
  }

  overBudget(budget: string): void {
    this.budgetRefusals.inc({ budget });
  }

  /** `code` is null for a call that was answered, whatever the answer says. */
  subgraphCall(subgraph: string, code: string | null, seconds: number): void {
    this.subgraphCalls.observe({ subgraph }, seconds);
    if (code !== null) this.subgraphErrors.inc({ subgraph, code: this.code(code) });
  }
}
