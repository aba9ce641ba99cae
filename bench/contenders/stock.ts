import { join } from 'node:path';
import type { Identity } from '../../shared/access/identity';
import { freePort } from '../../shared/embedded/free-port';
import { SUBGRAPHS } from '../../shared/environment';
import { Child } from './child';
import { type Contender, graphBody } from './contender';
import { type Installation, logFolder } from './installation';
import { writeSupergraph } from './supergraph';

/** Two processes: the gateway, and our subgraphs with an HTTP server each. */
export async function stock(
  environment: Record<string, string>,
  installation: Installation,
  identities: readonly Identity[],
): Promise<Contender> {
  const ports: Record<string, number> = {};
  for (const name of SUBGRAPHS) ports[name] = await freePort();
  const supergraph = join(installation.folder, 'stock.graphql');
  writeSupergraph(
    supergraph,
    Object.fromEntries(SUBGRAPHS.map((name) => [name, `http://127.0.0.1:${ports[name]}/`])),
  );
  const subgraphs = await Child.start({
    name: 'stock-subgraphs',
    args: [join(__dirname, 'stock', 'subgraphs.js')],
    environment: { ...environment, BENCH_PORTS: JSON.stringify(ports) },
    health: `http://127.0.0.1:${ports[SUBGRAPHS.at(-1)!]}/?query={__typename}`,
    logFolder: logFolder(installation),
  });
  try {
    const port = await freePort();
    const gateway = await Child.start({
      name: 'stock-gateway',
      args: [join(__dirname, 'stock', 'gateway.js')],
      environment: { PORT: String(port), BENCH_SUPERGRAPH: supergraph },
      health: `http://127.0.0.1:${port}/?query={__typename}`,
      logFolder: logFolder(installation),
    });
    const headers = identities.map((identity) => ({ 'x-identity': JSON.stringify(identity) }));
    return {
      name: 'stock',
      pids: [gateway.pid, subgraphs.pid],
      request: (call, caller) => ({
        target: { host: '127.0.0.1', port, path: '/', headers: headers[caller]! },
        body: graphBody(call),
      }),
      async stop() {
        await gateway.stop();
        await subgraphs.stop();
      },
    };
  } catch (error) {
    await subgraphs.stop();
    throw error;
  }
}
