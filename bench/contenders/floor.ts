import { join } from 'node:path';
import type { Identity } from '../../shared/access/identity';
import { freePort } from '../../shared/embedded/free-port';
import { BENCH } from '../place';
import { Child } from './child';
import type { Contender } from './contender';
import { type Installation, logFolder } from './installation';

/** As the database's administrator, whom row-level security does not hold. */
export async function floor(
  installation: Installation,
  databaseUrl: string,
  identities: readonly Identity[],
): Promise<Contender> {
  const port = await freePort();
  const child = await Child.start({
    name: 'floor',
    args: [join(BENCH, 'contenders', 'floor', 'server.mjs')],
    environment: {
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      CALLERS: JSON.stringify(identities),
    },
    health: `http://127.0.0.1:${port}/healthz`,
    logFolder: logFolder(installation),
  });
  return {
    name: 'floor',
    pids: [child.pid],
    request: ({ name, variables }, caller) => ({
      target: { host: '127.0.0.1', port, path: `/${name}`, headers: { 'x-caller': String(caller) } },
      body: JSON.stringify(variables),
    }),
    stop: () => child.stop(),
  };
}
