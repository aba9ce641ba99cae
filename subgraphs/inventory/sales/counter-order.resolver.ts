import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Money } from '../../../shared/money';
import { type Connection, type ListOrder, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { StockLocation } from '../stock/stock-location.entity';
import { stockLocations } from '../stock/stock-location.loader';
import { CustomerStub } from '../stubs/customer.stub';
import { ServiceCentreStub } from '../stubs/service-centre.stub';
import { UserStub } from '../stubs/user.stub';
import { CounterOrderConnection } from './counter-order.connection';
import { CounterOrder } from './counter-order.entity';
import { counterOrderLines, counterOrders } from './counter-order.loader';
import { CounterOrderLine } from './counter-order-line.entity';
import { CounterOrderFilter, CounterOrderOrder } from './counter-order-list.input';
import { listCounterOrders } from './list-counter-orders';

const NEWEST: ListOrder<CounterOrder> = { by: ['createdAt'], descending: true };
const userOf = (id: string | null): UserStub | null => (id ? { id } : null);

@Resolver(() => CounterOrder)
export class CounterOrderResolver {
  @Query(() => CounterOrder, {
    nullable: true,
    description: 'One order over the counter; null when there is none that you may see.',
  })
  @Permission('counterOrders:read')
  counterOrder(
    @Arg('id', () => ID, { description: 'The order.' }) id: string,
    @Ctx() context: Context,
  ): Promise<CounterOrder | null> {
    return context.load(counterOrders, id);
  }

  @Query(() => CounterOrderConnection, {
    description: 'The orders over the counter that you may see: of your service centres, or your own.',
  })
  @Permission('counterOrders:read')
  counterOrders(
    @Arg('filter', () => CounterOrderFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: CounterOrderFilter,
    @Arg('orderBy', () => CounterOrderOrder, {
      defaultValue: CounterOrderOrder.NEWEST,
      description: 'In which order.',
    })
    orderBy: CounterOrderOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<CounterOrder>> {
    return listCounterOrders(context, filter, orderBy, page);
  }

  @Reads<CounterOrder>('customerId')
  @FieldResolver(() => CustomerStub, {
    nullable: true,
    description: 'Who buys; null for somebody who walked in, or when not yours to see.',
  })
  @Permission('customers:read')
  customer(@Root() { customerId }: Row<CounterOrder>): CustomerStub | null {
    return customerId ? { id: customerId } : null;
  }

  @Reads<CounterOrder>('customerId')
  @FieldResolver(() => Boolean, { description: 'Whether it is for somebody who walked in, and no customer.' })
  walkIn(@Root() { customerId }: Row<CounterOrder>): boolean {
    return customerId === null;
  }

  @Reads<CounterOrder>('serviceCentreId')
  @FieldResolver(() => ServiceCentreStub, {
    nullable: true,
    description: 'The service centre that sells; null when not yours to see.',
  })
  @Permission('serviceCentres:read')
  serviceCentre(@Root() { serviceCentreId }: Row<CounterOrder>): ServiceCentreStub {
    return { id: serviceCentreId };
  }

  @Reads<CounterOrder>('locationId')
  @FieldResolver(() => StockLocation, {
    nullable: true,
    description: 'The place that its parts come from; null when not yours to see.',
  })
  @Permission('stock:read')
  location(@Root() order: Row<CounterOrder>, @Ctx() context: Context): Promise<StockLocation | null> {
    return context.load(stockLocations, order.locationId);
  }

  @Reads<CounterOrder>('totalMinor', 'currency')
  @FieldResolver(() => Money, {
    description: 'What its lines come to; with the tax where the organisation’s prices have it in them.',
  })
  total(@Root() { totalMinor, currency }: Row<CounterOrder>): Money {
    return new Money(totalMinor, currency);
  }

  @Reads<CounterOrder>('id')
  @FieldResolver(() => [CounterOrderLine], { description: 'What is sold, in its order.' })
  lines(@Root() order: Row<CounterOrder>, @Ctx() context: Context): Promise<CounterOrderLine[]> {
    return context.childrenOf(counterOrderLines, 'counterOrderId', order.id, {
      by: ['position'],
      descending: false,
    });
  }

  @Reads<CounterOrder>('createdById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who took it down; null when the program did, or when not yours to see.',
  })
  @Permission('users:read')
  createdBy(@Root() { createdById }: Row<CounterOrder>): UserStub | null {
    return userOf(createdById);
  }

  @Reads<CounterOrder>('deliveredById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who handed it over; null before that, or when not yours to see.',
  })
  @Permission('users:read')
  deliveredBy(@Root() { deliveredById }: Row<CounterOrder>): UserStub | null {
    return userOf(deliveredById);
  }
}

@Resolver(() => CustomerStub)
export class CustomerCounterOrdersResolver {
  @FieldResolver(() => CounterOrderConnection, {
    nullable: true,
    description:
      'What the customer ordered over the counter, the latest first. Null when inventory does not answer or it is not ' +
      'yours to see.',
  })
  @Permission('counterOrders:read')
  counterOrders(
    @Root() customer: Row<CustomerStub>,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<CounterOrder>> {
    return context.pageOf(counterOrders, 'customerId', customer.id, NEWEST, page);
  }
}
