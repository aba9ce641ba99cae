import type { Parts } from '../../../shared/subgraph/parts';
import { CoreReturn } from './core-return.entity';
import { CoreReturnResolver } from './core-return.resolver';
import { coreInvariants } from './cores.invariants';
import { OutstandingCore } from './outstanding-core.entity';
import { OutstandingCoreResolver } from './outstanding-core.resolver';

/** Parts that are sold with a deposit on the old unit: what came back, what was sent on, and what is to come. */
export const coreParts = {
  entities: [CoreReturn, OutstandingCore],
  resolvers: [CoreReturnResolver, OutstandingCoreResolver],
  invariants: coreInvariants,
} satisfies Parts;
