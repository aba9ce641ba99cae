import { Counter } from 'prom-client';
import { Durations } from '../../shared/metrics/durations';
import { Metrics, PREFIX } from '../../shared/metrics/metrics';
import { boundedNames } from './bounded-names';

export type OperationType = 'query' | 'mutation' | 'subscription';

/** What the gateway counts, for Prometheus. Labels are bounded: clients choose operation names. */
export class GatewayMetrics extends Metrics {
  private readonly operationName = boundedNames(200);
  /** Subgraphs that are not ours have codes of their own. */
  private readonly code = boundedNames(50);
  private readonly operations: Durations;
  private readonly subgraphCalls: Durations;
  private readonly subgraphErrors: Counter<'subgraph' | 'code'>;
  private readonly budgetRefusals: Counter<'budget'>;

  constructor(options: { process: boolean }) {
    super(options);
    const registers = [this.registry];
    this.operations = new Durations({
      name: `${PREFIX}operation_seconds`,
      help: 'Time to answer an operation, by its name, type and outcome: OK or the code of its first error.',
      labelNames: ['operation', 'type', 'code'],
      register: this.registry,
    });
    this.subgraphCalls = new Durations({
      name: `${PREFIX}subgraph_call_seconds`,
      help: 'Time of one call of a subgraph.',
      labelNames: ['subgraph'],
      register: this.registry,
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
    this.operations.observe(seconds, this.operationName(name), type, this.code(code));
  }

  overBudget(budget: string): void {
    this.budgetRefusals.inc({ budget });
  }

  /** `code` is null for a call that was answered, whatever the answer says. */
  subgraphCall(subgraph: string, code: string | null, seconds: number): void {
    this.subgraphCalls.observe(seconds, subgraph);
    if (code !== null) this.subgraphErrors.inc({ subgraph, code: this.code(code) });
  }
}
