import { conflict } from '../../../shared/errors';
import type { Parts } from '../../../shared/subgraph/parts';
import { StockAlertResolver } from './live/stock-alert.resolver';
import { openStockLocation } from './open-stock-location.handler';
import { stockInvariants } from './stock.invariants';
import { StockLevel } from './stock-level.entity';
import { PartStockResolver, StockLevelResolver } from './stock-level.resolver';
import { StockLocation } from './stock-location.entity';
import { stockLocationReference } from './stock-location.reference';
import { StockLocationResolver } from './stock-location.resolver';
import { StockMovement } from './stock-movement.entity';
import { StockMovementResolver } from './stock-movement.resolver';
import { StockReservation } from './stock-reservation.entity';

const goneMeanwhile = () =>
  conflict('It was taken by somebody else meanwhile.', { reason: 'INSUFFICIENT_STOCK' });

/** What lies where, and every change of it. */
export const stockParts = {
  entities: [StockLocation, StockLevel, StockMovement, StockReservation],
  resolvers: [
    StockLocationResolver,
    StockLevelResolver,
    PartStockResolver,
    StockMovementResolver,
    StockAlertResolver,
  ],
  references: [stockLocationReference],
  handlers: [openStockLocation],
  invariants: stockInvariants,
  constraints: { stock_level_on_hand: goneMeanwhile, stock_level_reserved: goneMeanwhile },
} satisfies Parts;
