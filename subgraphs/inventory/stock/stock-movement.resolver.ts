import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Money } from '../../../shared/money';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { Part } from '../catalogue/part.entity';
import { parts } from '../catalogue/part.loader';
import { UserStub } from '../stubs/user.stub';
import { AdjustmentReason } from './adjustment.input';
import { costFor, costOfColumns } from './cost';
import { listStockMovements } from './list-stock-movements';
import { StockMovementKind } from './stock.enums';
import { StockLocation } from './stock-location.entity';
import { stockLocations } from './stock-location.loader';
import { StockMovement } from './stock-movement.entity';
import { StockMovementFilter, StockMovementOrder } from './stock-movement.input';

const StockMovementConnection = connectionOf(StockMovement, 'StockMovement');
const COST = 'stock:cost';

@Resolver(() => StockMovement)
export class StockMovementResolver {
  @Query(() => StockMovementConnection, {
    description: 'The ledger of stock in the places that you may see: every change there ever was.',
  })
  @Permission('stock:read')
  stockMovements(
    @Arg('filter', () => StockMovementFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: StockMovementFilter,
    @Arg('orderBy', () => StockMovementOrder, {
      defaultValue: StockMovementOrder.NEWEST,
      description: 'In which order.',
    })
    orderBy: StockMovementOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<StockMovement>> {
    return listStockMovements(context, filter, orderBy, page);
  }

  @Reads<StockMovement>('partId')
  @FieldResolver(() => Part, {
    nullable: true,
    description: 'The part; null when parts are not yours to see.',
  })
  @Permission('parts:read')
  part(@Root() movement: Row<StockMovement>, @Ctx() context: Context): Promise<Part> {
    return context.loadOrFail(parts, movement.partId);
  }

  @Reads<StockMovement>('locationId')
  @FieldResolver(() => StockLocation, { description: 'The place.' })
  location(@Root() movement: Row<StockMovement>, @Ctx() context: Context): Promise<StockLocation> {
    return context.loadOrFail(stockLocations, movement.locationId);
  }

  @Reads<StockMovement>('kind', 'reasonCode')
  @FieldResolver(() => AdjustmentReason, {
    nullable: true,
    description: 'Why it was put right by hand; null otherwise.',
  })
  adjustmentReason(@Root() { kind, reasonCode }: Row<StockMovement>): AdjustmentReason | null {
    return kind === StockMovementKind.ADJUSTMENT ? (reasonCode as AdjustmentReason) : null;
  }

  @Reads<StockMovement>('unitCost', 'costCurrency')
  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What one cost, rounded; of an issue, as it was at that moment. Null when nobody knew.',
  })
  @Permission(COST)
  unitCost(@Root() movement: Row<StockMovement>): Money | null {
    const cost = costOfColumns(movement.unitCost, movement.costCurrency);
    return cost && costFor(cost);
  }

  @Reads<StockMovement>('unitCost', 'costCurrency', 'quantity')
  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What all of it cost, below zero for what went. Null when nobody knew.',
  })
  @Permission(COST)
  value(@Root() movement: Row<StockMovement>): Money | null {
    const cost = costOfColumns(movement.unitCost, movement.costCurrency);
    return cost && costFor(cost, movement.quantity);
  }

  @Reads<StockMovement>('actorId')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who did it; null for clients and the program itself.',
  })
  @Permission('users:read')
  actor(@Root() movement: Row<StockMovement>): UserStub | null {
    return movement.actorId ? { id: movement.actorId } : null;
  }
}
