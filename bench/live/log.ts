import { Client } from 'pg';
import type { LiveStage } from './stage';

export async function onDatabase<T>(
  { databaseUrl }: LiveStage,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** How far the log reaches. */
export const positionOf = (stage: LiveStage): Promise<number> =>
  onDatabase(stage, async (client) => {
    const { rows } = await client.query<{ position: string }>(
      'select coalesce(max(position), 0) as position from platform.event where organisation_id = $1',
      [stage.organisationId],
    );
    return Number(rows[0]!.position);
  });

/** When each event since then was committed, and when its transaction had begun, by its position: in milliseconds. */
export const timesAfter = (
  stage: LiveStage,
  position: number,
): Promise<Map<number, { begun: number; committed: number }>> =>
  onDatabase(stage, async (client) => {
    const { rows } = await client.query<{ position: string; begun: number; committed: number }>(
      `select position, extract(epoch from occurred_at)::float8 * 1000 as begun,
         extract(epoch from pg_xact_commit_timestamp(xmin))::float8 * 1000 as committed
       from platform.event where organisation_id = $1 and position > $2`,
      [stage.organisationId, position],
    );
    return new Map(rows.map(({ begun, committed, position: at }) => [Number(at), { begun, committed }]));
  });
