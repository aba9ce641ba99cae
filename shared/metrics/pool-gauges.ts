import type { Subgraph } from '../subgraph/subgraph';
import type { GaugeSource } from './metrics';

/** The database connections of the subgraphs in this process. */
export function poolGauges(subgraphs: readonly Subgraph[]): GaugeSource[] {
  const each = (read: (pool: Subgraph['database']['pool']) => number) => () =>
    Object.fromEntries(subgraphs.map(({ app, database }) => [app.name, read(database.pool)]));
  return [
    {
      name: 'database_connections_open',
      help: 'Connections to the database, by subgraph.',
      label: 'subgraph',
      read: each((pool) => pool.totalCount),
    },
    {
      name: 'database_connections_waited_for',
      help: 'Requests that wait for a connection to the database, by subgraph.',
      label: 'subgraph',
      read: each((pool) => pool.waitingCount),
    },
  ];
}
