import { readFile } from 'node:fs/promises';
import { connectionUrl } from './connection';
import { passwordFile } from './data-folder';
import { findServer } from './find-server';

/** The superuser's way to the server that runs on the folder now, whoever started it; null when none does. */
export async function runningPostgres(folder: string, database = 'liftbay'): Promise<string | null> {
  const server = await findServer(folder);
  if (!server) return null;
  const password = (await readFile(passwordFile(folder), 'utf8')).trim();
  return connectionUrl(server.port, password, database);
}
