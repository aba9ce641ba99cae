import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { runState } from './run-state';

export function urlOf(clusterUrl: string, database: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${database}`;
  return url.toString();
}

async function onCluster<T>(clusterUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: urlOf(clusterUrl, 'postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Empty, or a copy of another to which nobody is connected. */
export const createDatabase = (clusterUrl: string, name: string, template = 'template1'): Promise<unknown> =>
  onCluster(clusterUrl, (client) =>
    client.query(`create database ${name} template ${template} strategy file_copy`),
  );

/** Nobody may connect to a template while it is cloned. */
export const sealTemplate = (clusterUrl: string, name: string): Promise<unknown> =>
  onCluster(clusterUrl, (client) =>
    client.query(`alter database ${name} with is_template true allow_connections false`),
  );

/** A migrated database of one's own, cloned from the run's template. */
export async function cloneDatabase(label: string): Promise<{ url: string; drop(): Promise<void> }> {
  const { clusterUrl, template } = runState();
  const name = `test_${label.replace(/\W+/g, '_').toLowerCase().slice(0, 30)}_${randomBytes(4).toString('hex')}`;
  await createDatabase(clusterUrl, name, template);
  return {
    url: urlOf(clusterUrl, name),
    drop: async () => {
      await onCluster(clusterUrl, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}
