import type { Parts } from '../../../shared/subgraph/parts';
import { CounterOrder } from './counter-order.entity';
import { counterOrderReference, customerOrdersReference } from './counter-order.reference';
import { CounterOrderResolver, CustomerCounterOrdersResolver } from './counter-order.resolver';
import { CounterOrderCommands } from './counter-order-commands.resolver';
import { CounterOrderLine } from './counter-order-line.entity';
import { CounterOrderLineResolver } from './counter-order-line.resolver';
import { salesInvariants } from './sales.invariants';

/** Parts that are sold over the counter: taken down, reserved, handed over. */
export const salesParts = {
  entities: [CounterOrder, CounterOrderLine],
  resolvers: [
    CounterOrderResolver,
    CounterOrderLineResolver,
    CounterOrderCommands,
    CustomerCounterOrdersResolver,
  ],
  references: [counterOrderReference, customerOrdersReference],
  invariants: salesInvariants,
} satisfies Parts;
