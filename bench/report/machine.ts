import { arch, cpus, platform, totalmem } from 'node:os';
import { Client } from 'pg';

export interface MachineFacts {
  date: string;
  processors: string;
  memory: string;
  system: string;
  node: string;
  postgres: string;
}

export async function machineFacts(databaseUrl: string): Promise<MachineFacts> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    const processors = cpus();
    return {
      date: new Date().toISOString().slice(0, 10),
      processors: `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}`,
      memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
      system: `${platform()} ${arch()}`,
      node: process.version,
      postgres: rows[0]!.server_version,
    };
  } finally {
    await client.end();
  }
}
