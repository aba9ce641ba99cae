import type { Kernel } from '../../shared/subgraph/kernel';
import type { GatewayMetrics } from '../http/metrics';
import { Budgets } from './budgets';
import { MemoryLedger } from './memory-ledger';
import { RedisLedger } from './redis-ledger';

export { Budgets, type Standing } from './budgets';
export { type CostTold, costTold, tellBudgets } from './tell';

/** Null where limits are off. */
export function openBudgets(
  { environment, clock, log }: Kernel,
  metrics: GatewayMetrics,
): { budgets: Budgets; close(): void } | null {
  if (!environment.limits) return null;
  const { redisUrl, budgets: sizes } = environment;
  const ledger = redisUrl ? new RedisLedger(redisUrl, clock, log) : new MemoryLedger(clock);
  return { budgets: new Budgets({ ledger, sizes, clock, metrics }), close: () => ledger.close() };
}
