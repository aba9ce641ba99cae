import type { Target } from '../load/request';
import type { Call } from '../operations/operation';

/** Something that answers the operations, started and ready. */
export interface Contender {
  name: ContenderName;
  /** The processes whose time and memory are counted; of the database's, separately. */
  pids: readonly number[];
  /** Where it takes a call of the n-th caller, and the body to send there. */
  request(call: Call, caller: number): { target: Target; body: string };
  stop(): Promise<void>;
}

export const CONTENDERS = {
  one: 'Liftbay, one process',
  many: 'Liftbay, eight processes over HTTP',
  stock: 'Apollo Gateway and Apollo Server, as documented',
  hive: 'Hive Gateway over our subgraphs',
  floor: 'Fastify, pg and SQL by hand',
} as const;

export type ContenderName = keyof typeof CONTENDERS;

export const graphBody = ({ query, variables }: Call): string => JSON.stringify({ query, variables });
