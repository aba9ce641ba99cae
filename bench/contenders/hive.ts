import { join } from 'node:path';
import type { Identity } from '../../shared/access/identity';
import { freePort } from '../../shared/embedded/free-port';
import { BENCH } from '../place';
import { Child } from './child';
import { type Contender, graphBody } from './contender';
import { type Installation, logFolder } from './installation';
import type { OurMany } from './ours';
import { writeSupergraph } from './supergraph';

/** Hive Gateway's own program, in front of the very subgraph processes that our gateway over HTTP has. */
export async function hive(
  installation: Installation,
  identities: readonly Identity[],
  { subgraphs }: OurMany,
): Promise<Contender> {
  const port = await freePort();
  const supergraph = join(installation.folder, 'hive.graphql');
  writeSupergraph(
    supergraph,
    Object.fromEntries(Object.entries(subgraphs).map(([name, { url }]) => [name, url])),
  );
  const child = await Child.start({
    name: 'hive',
    args: [
      join(BENCH, 'node_modules', '@graphql-hive', 'gateway', 'dist', 'bin.js'),
      'supergraph',
      '--config-path',
      join(BENCH, 'contenders', 'hive', 'gateway.config.mjs'),
      '--jit',
    ],
    environment: {
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'warn',
      BENCH_IDENTITIES: JSON.stringify(identities),
      BENCH_SECRET_KEY: installation.secretKey,
      BENCH_SUPERGRAPH: supergraph,
    },
    health: `http://127.0.0.1:${port}/readiness`,
    logFolder: logFolder(installation),
    cwd: BENCH,
  });
  return {
    name: 'hive',
    pids: [child.pid, ...Object.values(subgraphs).map(({ pid }) => pid)],
    request: (call, caller) => ({
      target: { host: '127.0.0.1', port, path: '/graphql', headers: { 'x-caller': String(caller) } },
      body: graphBody(call),
    }),
    stop: () => child.stop(),
  };
}
