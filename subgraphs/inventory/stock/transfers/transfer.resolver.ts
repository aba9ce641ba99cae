import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { everyone, type Row, readable } from '../../../../shared/database/readable';
import { Reads } from '../../../../shared/database/reads';
import { Money } from '../../../../shared/money';
import { type Connection, connectionOf, PageArgs } from '../../../../shared/paging';
import { Context } from '../../../../shared/subgraph/context';
import { Part } from '../../catalogue/part.entity';
import { parts } from '../../catalogue/part.loader';
import { UserStub } from '../../stubs/user.stub';
import { costFor, costOfColumns } from '../cost';
import { StockLocation } from '../stock-location.entity';
import { stockLocations } from '../stock-location.loader';
import { listTransfers } from './list-transfers';
import { inTransit } from './receive-transfer';
import { StockTransfer, StockTransferLine } from './transfer.entity';
import { StockTransferFilter } from './transfer.input';
import { transferLines, transfers } from './transfer.loader';

const StockTransferConnection = connectionOf(StockTransfer, 'StockTransfer');
/** Who sees a transfer sees where it comes from and goes to, also when that is another's. */
const ends = readable({ ...stockLocations, permission: null, visible: everyone });

const userOf = (id: string | null): UserStub | null => (id ? { id } : null);

@Resolver(() => StockTransfer)
export class StockTransferResolver {
  @Query(() => StockTransfer, {
    nullable: true,
    description: 'One transfer; null when there is none that you may see.',
  })
  @Permission('transfers:read')
  transfer(
    @Arg('id', () => ID, { description: 'The transfer.' }) id: string,
    @Ctx() context: Context,
  ): Promise<StockTransfer | null> {
    return context.load(transfers, id);
  }

  @Query(() => StockTransferConnection, {
    description: 'The transfers from and to the places of your service centres, the newest first.',
  })
  @Permission('transfers:read')
  transfers(
    @Arg('filter', () => StockTransferFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: StockTransferFilter,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<StockTransfer>> {
    return listTransfers(context, filter, page);
  }

  @Reads<StockTransfer>('fromLocationId')
  @FieldResolver(() => StockLocation, { description: 'Where it comes from.' })
  from(@Root() transfer: Row<StockTransfer>, @Ctx() context: Context): Promise<StockLocation> {
    return context.loadOrFail(ends, transfer.fromLocationId);
  }

  @Reads<StockTransfer>('toLocationId')
  @FieldResolver(() => StockLocation, { description: 'Where it goes.' })
  to(@Root() transfer: Row<StockTransfer>, @Ctx() context: Context): Promise<StockLocation> {
    return context.loadOrFail(ends, transfer.toLocationId);
  }

  @Reads<StockTransfer>('id')
  @FieldResolver(() => [StockTransferLine], { description: 'What is in it, in its order.' })
  lines(@Root() transfer: Row<StockTransfer>, @Ctx() context: Context): Promise<StockTransferLine[]> {
    return context.childrenOf(transferLines, 'transferId', transfer.id, {
      by: ['position'],
      descending: false,
    });
  }

  @Reads<StockTransfer>('requestedById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who asked for it; null when that was no user.',
  })
  @Permission('users:read')
  requestedBy(@Root() transfer: Row<StockTransfer>): UserStub | null {
    return userOf(transfer.requestedById);
  }

  @Reads<StockTransfer>('decidedById')
  @FieldResolver(() => UserStub, { nullable: true, description: 'Who approved or rejected it.' })
  @Permission('users:read')
  decidedBy(@Root() transfer: Row<StockTransfer>): UserStub | null {
    return userOf(transfer.decidedById);
  }

  @Reads<StockTransfer>('shippedById')
  @FieldResolver(() => UserStub, { nullable: true, description: 'Who sent it off.' })
  @Permission('users:read')
  shippedBy(@Root() transfer: Row<StockTransfer>): UserStub | null {
    return userOf(transfer.shippedById);
  }

  @Reads<StockTransfer>('receivedById')
  @FieldResolver(() => UserStub, { nullable: true, description: 'Who received it, or the last part of it.' })
  @Permission('users:read')
  receivedBy(@Root() transfer: Row<StockTransfer>): UserStub | null {
    return userOf(transfer.receivedById);
  }
}

@Resolver(() => StockTransferLine)
export class StockTransferLineResolver {
  @Reads<StockTransferLine>('partId')
  @FieldResolver(() => Part, {
    nullable: true,
    description: 'The part; null when parts are not yours to see.',
  })
  @Permission('parts:read')
  part(@Root() line: Row<StockTransferLine>, @Ctx() context: Context): Promise<Part> {
    return context.loadOrFail(parts, line.partId);
  }

  @Reads<StockTransferLine>('shipped', 'received', 'lost')
  @FieldResolver(() => String, { description: 'What left, and neither came nor was written off yet.' })
  inTransit(@Root() line: Row<StockTransferLine>): string {
    return inTransit(line).toFixed();
  }

  @Reads<StockTransferLine>('unitCost', 'costCurrency')
  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What one cost when it left, rounded; null before, or when nobody knew.',
  })
  @Permission('stock:cost')
  unitCost(@Root() line: Row<StockTransferLine>): Money | null {
    const cost = costOfColumns(line.unitCost, line.costCurrency);
    return cost && costFor(cost);
  }
}
