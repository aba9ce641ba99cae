import { Client } from 'pg';
import { roleUrl } from '../../shared/database/roles';
import { useGraph } from '../harness/graph';
import { runState } from '../harness/run-state';
import { createCustomer } from './customers.fixtures';

const graph = useGraph();

describe('erasing', () => {
  it('is the one way to blank the audit log, which nobody can write otherwise', async () => {
    const shop = await graph.shop();
    const { id } = await createCustomer(shop.admin.client, { lastName: 'Logged' });
    const client = new Client({
      connectionString: roleUrl(graph.databaseUrl, runState().secretKey, 'customer'),
    });
    await client.connect();
    try {
      await client.query("select set_config('liftbay.organisation', $1, false)", [shop.id]);
      for (const statement of [
        "update platform.audit_log set new_values = '{}'",
        'delete from platform.audit_log',
        "select platform.blanked('{}')",
      ])
        await expect(client.query(statement)).rejects.toThrow(/permission denied/);
      const stranger = await graph.shop();
      await client.query("select set_config('liftbay.organisation', $1, false)", [stranger.id]);
      await client.query("select platform.redact_audit('Customer', array[$1]::uuid[])", [id]);
    } finally {
      await client.end();
    }
    const [entry] = await graph.sql<{ new_values: { lastName: string } }>(
      "select new_values from platform.audit_log where entity_id = $1 and action = 'create'",
      [id],
    );
    expect(entry!.new_values.lastName).toBe('Logged');
  });
});
