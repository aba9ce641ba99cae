import type { Contender } from '../contenders/contender';
import { drive } from '../load/drive';
import { cpuSeconds, familyCpuSeconds, memoryOf } from '../load/processes';
import { postRequest } from '../load/request';
import type { Operation } from '../operations/operation';
import { percentile } from '../report/statistics';
import { ADVISORS } from '../seed/shops';

/** One contender on one operation in one round. */
export interface Cell {
  perSecond: number;
  /** Requests that were answered with an error. */
  failed: number;
  p50: number;
  p95: number;
  p99: number;
  /** Milliseconds of processor time a request, of the contender and of the database. */
  cpu: number | null;
  databaseCpu: number | null;
  /** Megabytes after the round, and the most so far. */
  resident: number | null;
  peak: number | null;
}

export async function measure(
  contender: Contender,
  operation: Operation,
  { seconds, serverPid }: { seconds: number; serverPid: number },
): Promise<Cell> {
  const before = { own: cpuSeconds(contender.pids), database: familyCpuSeconds(serverPid) };
  const { requests, latencies, seconds: took, failed } = await load(contender, operation, seconds);
  const after = { own: cpuSeconds(contender.pids), database: familyCpuSeconds(serverPid) };
  const memory = memoryOf(contender.pids);
  const perRequest = (from: number | null, to: number | null) =>
    from === null || to === null ? null : ((to - from) * 1000) / requests;
  return {
    perSecond: requests / took,
    failed,
    p50: percentile(latencies, 50),
    p95: percentile(latencies, 95),
    p99: percentile(latencies, 99),
    cpu: perRequest(before.own, after.own),
    databaseCpu: perRequest(before.database, after.database),
    resident: memory?.resident ?? null,
    peak: memory?.peak ?? null,
  };
}

/** As measuring does, so that what is compiled and cached while warming up is what is measured. */
export const load = (contender: Contender, operation: Operation, seconds: number) => {
  const request = (n: number): Buffer => {
    const { target, body } = contender.request(operation.call(n), n % ADVISORS);
    return postRequest(target, body);
  };
  const { target } = contender.request(operation.call(0), 0);
  return drive({ place: target, clients: operation.clients, seconds, request }).catch((error: Error) => {
    throw new Error(`${contender.name}, ${operation.name}: ${error.message}`, { cause: error });
  });
};
