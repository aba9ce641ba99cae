import type { Parts } from '../../../shared/subgraph/parts';
import { CustomerStatementResolver, StatementLineResolver } from './customer-statement.resolver';
import { CustomerTotalsResolver } from './totals.resolver';

/** How a customer stands with the shop, over all of their documents. */
export const accountsParts = {
  resolvers: [CustomerTotalsResolver, CustomerStatementResolver, StatementLineResolver],
} satisfies Parts;
