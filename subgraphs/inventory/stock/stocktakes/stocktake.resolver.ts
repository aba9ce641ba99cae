import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import type { Row } from '../../../../shared/database/readable';
import { Reads } from '../../../../shared/database/reads';
import { join, sql } from '../../../../shared/database/sql';
import { type Connection, connectionOf, PageArgs } from '../../../../shared/paging';
import { Context } from '../../../../shared/subgraph/context';
import { Part } from '../../catalogue/part.entity';
import { parts } from '../../catalogue/part.loader';
import { UserStub } from '../../stubs/user.stub';
import { stockMovements } from '../stock.loader';
import { StockLocation } from '../stock-location.entity';
import { stockLocations } from '../stock-location.loader';
import { StockMovement } from '../stock-movement.entity';
import { differenceIn } from './difference';
import { cancelStocktake, postStocktake } from './post-stocktake';
import { recordStocktakeCount } from './record-count';
import { startStocktake } from './start-stocktake';
import { Stocktake, StocktakeLine } from './stocktake.entity';
import {
  CloseStocktakeArgs,
  RecordStocktakeCountInput,
  StartStocktakeInput,
  StocktakeFilter,
  StocktakeLineChoice,
} from './stocktake.input';
import { stocktakeLines, stocktakes } from './stocktake.loader';

const StocktakeConnection = connectionOf(Stocktake, 'Stocktake');
const StocktakeLineConnection = connectionOf(StocktakeLine, 'StocktakeLine');

@Resolver(() => Stocktake)
export class StocktakeResolver {
  @Query(() => Stocktake, {
    nullable: true,
    description: 'One stocktake; null when there is none that you may see.',
  })
  @Permission('stock:read')
  stocktake(
    @Arg('id', () => ID, { description: 'The stocktake.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Stocktake | null> {
    return context.load(stocktakes, id);
  }

  @Query(() => StocktakeConnection, {
    description: 'The stocktakes of the places that you may see, the newest first.',
  })
  @Permission('stock:read')
  stocktakes(
    @Arg('filter', () => StocktakeFilter, { defaultValue: {}, description: 'Which of them.' })
    { locationId, status }: StocktakeFilter,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Stocktake>> {
    const where = [sql`true`];
    if (locationId) where.push(sql`t.location_id = ${locationId}`);
    if (status) where.push(sql`t.status = ${status}`);
    return context.page(stocktakes, join(where, ' and '), { by: ['createdAt'], descending: true }, page);
  }

  @Mutation(() => Stocktake, {
    description:
      'Begins to count a place. Its lines are what the ledger has there now; work in the place goes on.',
  })
  @Permission('stock:adjust')
  startStocktake(
    @Arg('input', { description: 'What is to be counted.' }) input: StartStocktakeInput,
    @Ctx() context: Context,
  ): Promise<Stocktake> {
    return startStocktake(context, input);
  }

  @Mutation(() => Stocktake, {
    description: 'Records what somebody counted. Stock changes only when the stocktake is posted.',
  })
  @Permission('stock:count')
  recordStocktakeCount(
    @Arg('input', { description: 'What was counted.' }) input: RecordStocktakeCountInput,
    @Ctx() context: Context,
  ): Promise<Stocktake> {
    return recordStocktakeCount(context, input);
  }

  @Mutation(() => Stocktake, {
    description:
      'Puts stock right by what each count differed from the ledger when it was recorded: what moved since has moved on ' +
      'the shelf as well. Parts that nobody counted stay as they are. Less than is reserved cuts the newest reservations; ' +
      'the lines tell which. CONFLICT, with the reason COUNT_AGAIN, for parts that were put right by hand since. Again: ' +
      'nothing happens.',
  })
  @Permission('stock:adjust')
  postStocktake(@Args() args: CloseStocktakeArgs, @Ctx() context: Context): Promise<Stocktake> {
    return postStocktake(context, args);
  }

  @Mutation(() => Stocktake, {
    description: 'Gives a stocktake up; stock stays as it is. Again: nothing happens.',
  })
  @Permission('stock:adjust')
  cancelStocktake(@Args() args: CloseStocktakeArgs, @Ctx() context: Context): Promise<Stocktake> {
    return cancelStocktake(context, args);
  }

  @Reads<Stocktake>('locationId')
  @FieldResolver(() => StockLocation, { description: 'The place.' })
  location(@Root() stocktake: Row<Stocktake>, @Ctx() context: Context): Promise<StockLocation> {
    return context.loadOrFail(stockLocations, stocktake.locationId);
  }

  @Reads<Stocktake>('startedById')
  @FieldResolver(() => UserStub, { nullable: true, description: 'Who began it; null when that was no user.' })
  @Permission('users:read')
  startedBy(@Root() { startedById }: Row<Stocktake>): UserStub | null {
    return startedById ? { id: startedById } : null;
  }

  @Reads<Stocktake>('closedById')
  @FieldResolver(() => UserStub, { nullable: true, description: 'Who posted it or gave it up.' })
  @Permission('users:read')
  closedBy(@Root() { closedById }: Row<Stocktake>): UserStub | null {
    return closedById ? { id: closedById } : null;
  }

  @Reads<Stocktake>('id')
  @FieldResolver(() => StocktakeLineConnection, { description: 'Its parts, by their number.' })
  lines(
    @Root() stocktake: Row<Stocktake>,
    @Arg('which', () => StocktakeLineChoice, {
      defaultValue: StocktakeLineChoice.ALL,
      description: 'Which of them.',
    })
    which: StocktakeLineChoice,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<StocktakeLine>> {
    const order = { by: ['partSku' as const], descending: false };
    return context.pageOf(stocktakeLines[which], 'stocktakeId', stocktake.id, order, page);
  }
}

@Resolver(() => StocktakeLine)
export class StocktakeLineResolver {
  @Reads<StocktakeLine>('partId')
  @FieldResolver(() => Part, {
    nullable: true,
    description: 'The part; null when parts are not yours to see.',
  })
  @Permission('parts:read')
  part(@Root() line: Row<StocktakeLine>, @Ctx() context: Context): Promise<Part> {
    return context.loadOrFail(parts, line.partId);
  }

  @Reads<StocktakeLine>('counted', 'onHandAtCount')
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'By how much the count differs from what the ledger said when it was recorded; null while not counted.',
  })
  difference(@Root() line: Row<StocktakeLine>): string | null {
    return differenceIn(line)?.toFixed() ?? null;
  }

  @Reads<StocktakeLine>('countedById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who counted it; null when nobody did, or no user.',
  })
  @Permission('users:read')
  countedBy(@Root() { countedById }: Row<StocktakeLine>): UserStub | null {
    return countedById ? { id: countedById } : null;
  }

  @Reads<StocktakeLine>('movementId')
  @FieldResolver(() => StockMovement, {
    nullable: true,
    description: 'What posting changed in the ledger; null before, or when nothing was to be changed.',
  })
  async movement(
    @Root() { movementId }: Row<StocktakeLine>,
    @Ctx() context: Context,
  ): Promise<StockMovement | null> {
    return movementId ? context.load(stockMovements, movementId) : null;
  }
}
