import 'reflect-metadata';
import { Client } from 'pg';
import { appOf } from '../../program/apps';
import { type Foundation, layFoundation } from '../../program/kernel';
import { ANONYMOUS, type RequestFacts, systemIdentity } from '../../shared/access/identity';
import { roleUrl } from '../../shared/database/roles';
import { readEnvironment, SUBGRAPHS, type SubgraphName } from '../../shared/environment';
import { Log } from '../../shared/log';
import { Subgraph } from '../../shared/subgraph/subgraph';
import { cloneDatabase } from './databases';
import { baseEnvironment } from './environment';

export const FACTS: RequestFacts = {
  requestId: 'test-request',
  address: '127.0.0.1',
  userAgent: 'tests',
  refreshToken: null,
};

/** The six subgraphs in this process, without a gateway: for what is tested below the graph. */
export interface OpenSubgraphs {
  foundation: Foundation;
  databaseUrl: string;
  admin: Client;
  of(name: SubgraphName): Subgraph;
}

export function useSubgraphs(): OpenSubgraphs {
  const open = {} as OpenSubgraphs;
  const subgraphs = new Map<SubgraphName, Subgraph>();
  let drop = async () => {};
  beforeAll(async () => {
    const database = await cloneDatabase('subgraphs');
    drop = database.drop;
    const environment = readEnvironment(baseEnvironment(database.url, 0));
    const foundation = await layFoundation(environment, new Log('error'));
    for (const name of SUBGRAPHS) {
      const url = roleUrl(database.url, foundation.kernel.secrets.secretKey, name);
      const subgraph = await Subgraph.open(appOf(name), foundation.kernel, url);
      subgraphs.set(name, subgraph);
      foundation.links.set(name, subgraph);
    }
    const admin = new Client({ connectionString: database.url });
    await admin.connect();
    Object.assign(open, {
      foundation,
      databaseUrl: database.url,
      admin,
      of: (name: SubgraphName) => subgraphs.get(name)!,
    });
  });
  afterAll(async () => {
    await open.admin?.end();
    await Promise.all([...subgraphs.values()].map((subgraph) => subgraph.close()));
    await open.foundation?.close();
    await drop();
  });
  return open;
}

export const system = systemIdentity;
export const anonymous = ANONYMOUS;
