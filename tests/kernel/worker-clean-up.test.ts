import { Client } from 'pg';
import { roleUrl } from '../../shared/database/roles';
import { newId } from '../../shared/ids';
import { useSubgraphs } from '../harness/subgraphs';

const open = useSubgraphs();

const asWorker = async (statement: string): Promise<unknown> => {
  const { secretKey } = open.foundation.kernel.secrets;
  const client = new Client({ connectionString: roleUrl(open.databaseUrl, secretKey, 'worker') });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
};

const keptIn = async (statement: string) =>
  (await open.admin.query<{ kept: string }>(statement)).rows.map(({ kept }) => kept);

test('the worker deletes what is of no use any more, of every organisation, and nothing else', async () => {
  for (const organisation of [newId(), newId()]) {
    for (const days of [29, 31])
      await open.admin.query(
        `insert into platform.idempotency_key (organisation_id, operation, key, input_hash, created_at)
         values ($1, 'test', $2, '', now() - make_interval(days => $3))`,
        [organisation, `${days} days old`, days],
      );
    for (const days of [89, 91])
      await open.admin.query(
        `insert into platform.inbox (organisation_id, event_id, handler, handled_at)
         values ($1, $2, $3, now() - make_interval(days => $4))`,
        [organisation, newId(), `${days} days old`, days],
      );
  }
  await open.admin.query(`insert into platform.throttle (subject, window_ends, hits)
    values ('running', now() + interval '1 minute', 1), ('over', now() - interval '1 minute', 9)`);
  await asWorker('select platform.clean_up()');
  expect(await keptIn('select key as kept from platform.idempotency_key')).toEqual([
    '29 days old',
    '29 days old',
  ]);
  expect(await keptIn('select handler as kept from platform.inbox')).toEqual(['89 days old', '89 days old']);
  expect(await keptIn('select subject as kept from platform.throttle')).toEqual(['running']);
});

test('the worker reaches no table of an organisation by itself', async () => {
  for (const table of ['platform.idempotency_key', 'platform.inbox', 'platform.event', 'workshop.job_card'])
    await expect(asWorker(`select * from ${table}`)).rejects.toThrow(/permission denied/);
});
