import 'reflect-metadata';
import { appOf } from '../../program/apps';
import { layFoundation } from '../../program/kernel';
import { roleUrl } from '../../shared/database/roles';
import { readEnvironment, SUBGRAPHS, type SubgraphName } from '../../shared/environment';
import { Log } from '../../shared/log';
import { Subgraph } from '../../shared/subgraph/subgraph';
import { baseEnvironment } from '../harness/environment';

export interface SubgraphsOn {
  of(name: SubgraphName): Subgraph;
  close(): Promise<void>;
}

/** The subgraphs in this process on a database that a graph already works with: to ask them past the gateway. */
export async function openSubgraphsOn(databaseUrl: string): Promise<SubgraphsOn> {
  const foundation = await layFoundation(readEnvironment(baseEnvironment(databaseUrl, 0)), new Log('silent'));
  const { secretKey } = foundation.kernel.secrets;
  const opened = new Map<SubgraphName, Subgraph>();
  for (const name of SUBGRAPHS) {
    const subgraph = await Subgraph.open(
      appOf(name),
      foundation.kernel,
      roleUrl(databaseUrl, secretKey, name),
    );
    opened.set(name, subgraph);
    foundation.links.set(name, subgraph);
  }
  return {
    of: (name) => opened.get(name)!,
    async close() {
      await Promise.all([...opened.values()].map((subgraph) => subgraph.close()));
      await foundation.close();
    },
  };
}
