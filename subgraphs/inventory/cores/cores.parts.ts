import type { Parts } from '../../../shared/subgraph/parts';
import { CoreReturn } from './core-return.entity';
import { CoreReturnResolver } from './core-return.resolver';
import { coreInvariants } from './cores.invariants';

/** Parts that are sold with a deposit on the old unit: what came back, and what was sent on. */
export const coreParts = {
  entities: [CoreReturn],
  resolvers: [CoreReturnResolver],
  invariants: coreInvariants,
} satisfies Parts;
