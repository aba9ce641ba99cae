import type { TestGraph } from '../harness/graph';
import { until } from '../harness/until';

/**
 * Lets an item of clockwork be due for an organisation now, by way of the queue and the worker, and waits until it has
 * run. `since` is when it is made to have run before.
 */
export async function byClock(
  graph: TestGraph,
  organisationId: string,
  item: string,
  since = new Date(Date.now() - 60_000),
): Promise<void> {
  await graph.sql(
    `insert into platform.clockwork (organisation_id, item, ran_until, next_run_at)
     values ($1, $2, $3::timestamptz, $3::timestamptz + interval '1 millisecond')
     on conflict (organisation_id, item) do update set ran_until = excluded.ran_until, next_run_at = excluded.next_run_at`,
    [organisationId, item, since],
  );
  await graph.sql("select graphile_worker.add_job('tick')");
  await until(`${item} has run`, async () => {
    const [row] = await graph.sql<{ done: boolean }>(
      `select (select next_run_at > now() from platform.clockwork where organisation_id = $1 and item = $2)
         and not exists (select from graphile_worker._private_jobs where payload->>'item' = $2
           and payload->>'organisationId' = $1::text) as done`,
      [organisationId, item],
    );
    return row!.done;
  });
}
