import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import type { Row } from '../../../../shared/database/readable';
import { Reads } from '../../../../shared/database/reads';
import { Money } from '../../../../shared/money';
import { type Connection, connectionOf, PageArgs } from '../../../../shared/paging';
import { Context } from '../../../../shared/subgraph/context';
import { StockLocation } from '../../stock/stock-location.entity';
import { stockLocations } from '../../stock/stock-location.loader';
import { UserStub } from '../../stubs/user.stub';
import { PurchaseRequest } from '../requests/purchase-request.entity';
import { purchaseRequests } from '../requests/purchase-request.loader';
import { Supplier } from '../suppliers/supplier.entity';
import { suppliers } from '../suppliers/supplier.loader';
import { GoodsReceipt } from './goods-receipt.entity';
import { listPurchaseOrders } from './list-purchase-orders';
import { PurchaseOrder } from './purchase-order.entity';
import { PurchaseOrderStatus } from './purchase-order.lifecycle';
import { goodsReceipts, purchaseOrderLines, purchaseOrders } from './purchase-order.loader';
import { PurchaseOrderLine } from './purchase-order-line.entity';
import { PurchaseOrderFilter, PurchaseOrderOrder } from './purchase-order-list.input';

const PurchaseOrderConnection = connectionOf(PurchaseOrder, 'PurchaseOrder');
const userOf = (id: string | null): UserStub | null => (id ? { id } : null);

@Resolver(() => PurchaseOrder)
export class PurchaseOrderResolver {
  @Query(() => PurchaseOrder, {
    nullable: true,
    description: 'One purchase order; null when there is none that you may see.',
  })
  @Permission('purchaseOrders:read')
  purchaseOrder(
    @Arg('id', () => ID, { description: 'The purchase order.' }) id: string,
    @Ctx() context: Context,
  ): Promise<PurchaseOrder | null> {
    return context.load(purchaseOrders, id);
  }

  @Query(() => PurchaseOrderConnection, {
    description: 'What was ordered, or is about to be, for your service centres and the warehouses.',
  })
  @Permission('purchaseOrders:read')
  purchaseOrders(
    @Arg('filter', () => PurchaseOrderFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: PurchaseOrderFilter,
    @Arg('orderBy', () => PurchaseOrderOrder, {
      defaultValue: PurchaseOrderOrder.NEWEST,
      description: 'In which order.',
    })
    orderBy: PurchaseOrderOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<PurchaseOrder>> {
    return listPurchaseOrders(context, filter, orderBy, page);
  }

  @Reads<PurchaseOrder>('supplierId')
  @FieldResolver(() => Supplier, {
    nullable: true,
    description: 'Whom it is ordered from; null when not yours to see.',
  })
  @Permission('suppliers:read')
  supplier(@Root() order: Row<PurchaseOrder>, @Ctx() context: Context): Promise<Supplier | null> {
    return context.load(suppliers, order.supplierId);
  }

  @Reads<PurchaseOrder>('locationId')
  @FieldResolver(() => StockLocation, {
    nullable: true,
    description: 'The place it is for; null when not yours to see.',
  })
  @Permission('stock:read')
  location(@Root() order: Row<PurchaseOrder>, @Ctx() context: Context): Promise<StockLocation | null> {
    return context.load(stockLocations, order.locationId);
  }

  @Reads<PurchaseOrder>('totalMinor', 'currency')
  @FieldResolver(() => Money, {
    description: 'What all of it costs at the prices on the order, without tax.',
  })
  total(@Root() order: Row<PurchaseOrder>): Money {
    return new Money(order.totalMinor, order.currency);
  }

  @Reads<PurchaseOrder>('status', 'receiptCount')
  @FieldResolver(() => Boolean, { description: 'Whether something of it has come and something is to come.' })
  partlyReceived(@Root() order: Row<PurchaseOrder>): boolean {
    return order.status === PurchaseOrderStatus.ORDERED && order.receiptCount > 0;
  }

  @Reads<PurchaseOrder>('id')
  @FieldResolver(() => [PurchaseOrderLine], { description: 'What is ordered.' })
  lines(@Root() order: Row<PurchaseOrder>, @Ctx() context: Context): Promise<PurchaseOrderLine[]> {
    return context.childrenOf(purchaseOrderLines, 'purchaseOrderId', order.id, {
      by: ['position'],
      descending: false,
    });
  }

  @Reads<PurchaseOrder>('id')
  @FieldResolver(() => [GoodsReceipt], { description: 'What came so far, the latest first.' })
  receipts(@Root() order: Row<PurchaseOrder>, @Ctx() context: Context): Promise<GoodsReceipt[]> {
    return context.childrenOf(goodsReceipts, 'purchaseOrderId', order.id, {
      by: ['createdAt'],
      descending: true,
    });
  }

  @Reads<PurchaseOrder>('id')
  @FieldResolver(() => [PurchaseRequest], {
    nullable: true,
    description:
      'The purchase requests that it is to serve, without those that it failed; null when not yours to see.',
  })
  @Permission('purchaseRequests:read')
  requests(@Root() order: Row<PurchaseOrder>, @Ctx() context: Context): Promise<PurchaseRequest[]> {
    return context.childrenOf(purchaseRequests, 'purchaseOrderId', order.id, {
      by: ['createdAt'],
      descending: false,
    });
  }

  @Reads<PurchaseOrder>('requestedById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who put it together; null when the program did, or when not yours to see.',
  })
  @Permission('users:read')
  requestedBy(@Root() order: Row<PurchaseOrder>): UserStub | null {
    return userOf(order.requestedById);
  }

  @Reads<PurchaseOrder>('submittedById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who submitted it for approval; null before that, or when not yours to see.',
  })
  @Permission('users:read')
  submittedBy(@Root() order: Row<PurchaseOrder>): UserStub | null {
    return userOf(order.submittedById);
  }

  @Reads<PurchaseOrder>('decidedById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who approved or rejected it; null before that, or when not yours to see.',
  })
  @Permission('users:read')
  decidedBy(@Root() order: Row<PurchaseOrder>): UserStub | null {
    return userOf(order.decidedById);
  }

  @Reads<PurchaseOrder>('orderedById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who sent it to the supplier; null before that, or when not yours to see.',
  })
  @Permission('users:read')
  orderedBy(@Root() order: Row<PurchaseOrder>): UserStub | null {
    return userOf(order.orderedById);
  }
}
