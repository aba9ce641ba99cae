import type { TestGraph } from './graph';
import { until } from './until';

/**
 * Resolves when every job that is due has been tried: what was not sent will not be, and nothing is written any more of
 * what went before. In a graph that is shared with other files there are always some: there, of one organisation.
 */
export async function untilIdle(graph: TestGraph, organisationId: string | null = null): Promise<void> {
  await until('every job that is due was tried', async () => {
    const due = await graph.sql(
      `select from graphile_worker._private_jobs
       where (locked_at is not null or (attempts = 0 and run_at <= now()))
         and ($1::text is null or payload->>'organisationId' = $1)`,
      [organisationId],
    );
    return due.length === 0;
  });
}
