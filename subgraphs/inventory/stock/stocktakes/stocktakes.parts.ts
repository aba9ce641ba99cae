import { conflict } from '../../../../shared/errors';
import type { Parts } from '../../../../shared/subgraph/parts';
import { Stocktake, StocktakeLine } from './stocktake.entity';
import { stocktakeReference } from './stocktake.reference';
import { StocktakeLineResolver, StocktakeResolver } from './stocktake.resolver';
import { stocktakesInvariants } from './stocktakes.invariants';

/** What really lies there. */
export const stocktakesParts = {
  entities: [Stocktake, StocktakeLine],
  resolvers: [StocktakeResolver, StocktakeLineResolver],
  references: [stocktakeReference],
  invariants: stocktakesInvariants,
  constraints: {
    stocktake_open: () => conflict('This place is being counted already.', { reason: 'UNDER_WAY' }),
  },
} satisfies Parts;
