import { Decimal } from 'decimal.js';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Money } from '../../../shared/money';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { Part } from '../catalogue/part.entity';
import { everyPart, parts } from '../catalogue/part.loader';
import { adjustStock } from './adjust-stock';
import { AdjustStockInput } from './adjustment.input';
import { StockAdjustment } from './adjustment.type';
import { costFor, costOfColumns } from './cost';
import { listLowStock, listStockLevels } from './list-stock-levels';
import { stockLevels, stockReservations } from './stock.loader';
import { StockLevel } from './stock-level.entity';
import { StockLevelFilter, StockLevelOrder, UpdateStockLevelInput } from './stock-level.input';
import { StockLocation } from './stock-location.entity';
import { stockLocations } from './stock-location.loader';
import { StockReservation } from './stock-reservation.entity';
import { updateStockLevel } from './update-stock-level';

const COST = 'stock:cost';

const StockLevelConnection = connectionOf(StockLevel, 'StockLevel');

@Resolver(() => StockLevel)
export class StockLevelResolver {
  @Query(() => StockLevelConnection, { description: 'How much lies where, in the places that you may see.' })
  @Permission('stock:read')
  stockLevels(
    @Arg('filter', () => StockLevelFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: StockLevelFilter,
    @Arg('orderBy', () => StockLevelOrder, {
      defaultValue: StockLevelOrder.SKU,
      description: 'In which order.',
    })
    orderBy: StockLevelOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<StockLevel>> {
    return listStockLevels(context, filter, orderBy, page);
  }

  @Query(() => StockLevelConnection, {
    description: 'What is low, by the number of the part: no more than the reorder point is available there.',
  })
  @Permission('stock:read')
  lowStock(
    @Arg('filter', () => StockLevelFilter, { defaultValue: {}, description: 'Which of it.' })
    filter: StockLevelFilter,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<StockLevel>> {
    return listLowStock(context, filter, page);
  }

  @Mutation(() => StockAdjustment, {
    description: 'Puts stock right by hand, for a reason that stays in the ledger.',
  })
  @Permission('stock:adjust')
  adjustStock(
    @Arg('input', { description: 'What, where, by how much and why.' }) input: AdjustStockInput,
    @Ctx() context: Context,
  ): Promise<StockAdjustment> {
    return adjustStock(context, input);
  }

  @Mutation(() => StockLevel, {
    description: 'Says when a part is low in one place, how much is ordered for it and in which bin it lies.',
  })
  @Permission('stock:adjust')
  updateStockLevel(
    @Arg('input', { description: 'What is to be said.' }) input: UpdateStockLevelInput,
    @Ctx() context: Context,
  ): Promise<StockLevel> {
    return updateStockLevel(context, input);
  }

  @Reads<StockLevel>('partId')
  @FieldResolver(() => Part, {
    nullable: true,
    description: 'The part; null when parts are not yours to see.',
  })
  @Permission('parts:read')
  part(@Root() level: Row<StockLevel>, @Ctx() context: Context): Promise<Part> {
    return context.loadOrFail(parts, level.partId);
  }

  @Reads<StockLevel>('locationId')
  @FieldResolver(() => StockLocation, { description: 'The place.' })
  location(@Root() level: Row<StockLevel>, @Ctx() context: Context): Promise<StockLocation> {
    return context.loadOrFail(stockLocations, level.locationId);
  }

  @Reads<StockLevel>('partId', 'reorderPoint')
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'It is low when no more than this is available; of the part, where the place has none. Null for never.',
  })
  async reorderPoint(@Root() level: Row<StockLevel>, @Ctx() context: Context): Promise<string | null> {
    return level.reorderPoint ?? (await context.loadOrFail(everyPart, level.partId)).reorderPoint;
  }

  @Reads<StockLevel>('partId', 'reorderQuantity')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'How much is usually ordered at a time; of the part, where the place has none.',
  })
  async reorderQuantity(@Root() level: Row<StockLevel>, @Ctx() context: Context): Promise<string | null> {
    return level.reorderQuantity ?? (await context.loadOrFail(everyPart, level.partId)).reorderQuantity;
  }

  @Reads<StockLevel>('id')
  @FieldResolver(() => [StockReservation], { description: 'Who holds how much of it, the first first.' })
  reservations(@Root() level: Row<StockLevel>, @Ctx() context: Context): Promise<StockReservation[]> {
    return context.childrenOf(stockReservations, 'levelId', level.id, { by: ['place'], descending: false });
  }

  @Reads<StockLevel>('averageCost', 'costCurrency')
  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What one cost on average, rounded; null while nobody has said what any cost.',
  })
  @Permission(COST)
  averageCost(@Root() level: Row<StockLevel>): Money | null {
    const cost = costOfColumns(level.averageCost, level.costCurrency);
    return cost && costFor(cost);
  }

  @Reads<StockLevel>('averageCost', 'costCurrency', 'onHand')
  @FieldResolver(() => Money, {
    nullable: true,
    description:
      'What all that is on hand cost, by the exact average; null while nobody has said what any cost.',
  })
  @Permission(COST)
  value(@Root() level: Row<StockLevel>): Money | null {
    const cost = costOfColumns(level.averageCost, level.costCurrency);
    return cost && costFor(cost, level.onHand);
  }
}

@Resolver(() => Part)
export class PartStockResolver {
  @Reads<Part>('id')
  @FieldResolver(() => [StockLevel], {
    nullable: true,
    description: 'How much of it there is, in each place that you may see where it ever was.',
  })
  @Permission('stock:read')
  stockLevels(@Root() part: Row<Part>, @Ctx() context: Context): Promise<StockLevel[]> {
    return levelsOf(context, part);
  }

  @Reads<Part>('id')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What is free of it in all places that you may see, as a decimal.',
  })
  @Permission('stock:read')
  async available(@Root() part: Row<Part>, @Ctx() context: Context): Promise<string> {
    const levels = await levelsOf(context, part);
    return levels.reduce((sum, { available }) => sum.plus(available), new Decimal(0)).toFixed();
  }
}

const levelsOf = (context: Context, { id }: Row<Part>): Promise<StockLevel[]> =>
  context.childrenOf(stockLevels, 'partId', id, { by: ['createdAt'], descending: false });
