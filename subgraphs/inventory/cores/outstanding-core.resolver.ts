import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Money } from '../../../shared/money';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { Part } from '../catalogue/part.entity';
import { parts } from '../catalogue/part.loader';
import { CounterOrder } from '../sales/counter-order.entity';
import { counterOrders } from '../sales/counter-order.loader';
import { CustomerStub } from '../stubs/customer.stub';
import { JobCardStub } from '../stubs/job-card.stub';
import { ServiceCentreStub } from '../stubs/service-centre.stub';
import { listOutstandingCores } from './list-outstanding-cores';
import { OutstandingCore } from './outstanding-core.entity';
import { OutstandingCoreFilter, OutstandingCoreOrder } from './outstanding-core.input';

const OutstandingCoreConnection = connectionOf(OutstandingCore, 'OutstandingCore');

@Resolver(() => OutstandingCore)
export class OutstandingCoreResolver {
  @Query(() => OutstandingCoreConnection, {
    description: 'The old units that customers of your service centres have not brought back yet.',
  })
  @Permission('coreReturns:read')
  outstandingCores(
    @Arg('filter', () => OutstandingCoreFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: OutstandingCoreFilter,
    @Arg('orderBy', () => OutstandingCoreOrder, {
      defaultValue: OutstandingCoreOrder.OLDEST,
      description: 'In which order.',
    })
    orderBy: OutstandingCoreOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<OutstandingCore>> {
    return listOutstandingCores(context, filter, orderBy, page);
  }

  @Reads<OutstandingCore>('depositMinor', 'currency', 'quantity')
  @FieldResolver(() => Money, { description: 'The deposit on all of them, as it is for the part now.' })
  deposit(@Root() { depositMinor, currency, quantity }: Row<OutstandingCore>): Money {
    return new Money(depositMinor, currency).times(quantity);
  }

  @Reads<OutstandingCore>('customerId')
  @FieldResolver(() => CustomerStub, {
    nullable: true,
    description:
      'Who has to bring them; null for somebody who walked in, for jobs older than this list, or when not yours to see.',
  })
  @Permission('customers:read')
  customer(@Root() { customerId }: Row<OutstandingCore>): CustomerStub | null {
    return customerId ? { id: customerId } : null;
  }

  @Reads<OutstandingCore>('serviceCentreId')
  @FieldResolver(() => ServiceCentreStub, {
    nullable: true,
    description: 'The service centre that they are to come to; null when not yours to see.',
  })
  @Permission('serviceCentres:read')
  serviceCentre(@Root() { serviceCentreId }: Row<OutstandingCore>): ServiceCentreStub {
    return { id: serviceCentreId };
  }

  @Reads<OutstandingCore>('partId')
  @FieldResolver(() => Part, { nullable: true, description: 'The part; null when not yours to see.' })
  @Permission('parts:read')
  part(@Root() { partId }: Row<OutstandingCore>, @Ctx() context: Context): Promise<Part | null> {
    return context.load(parts, partId);
  }

  @Reads<OutstandingCore>('jobCardId')
  @FieldResolver(() => JobCardStub, {
    nullable: true,
    description: 'The job that the new ones were issued for; null for another way, or when not yours to see.',
  })
  @Permission('jobs:read')
  jobCard(@Root() { jobCardId }: Row<OutstandingCore>): JobCardStub | null {
    return jobCardId ? { id: jobCardId } : null;
  }

  @Reads<OutstandingCore>('counterOrderId')
  @FieldResolver(() => CounterOrder, {
    nullable: true,
    description: 'The order by which the new ones were sold; null for another way, or when not yours to see.',
  })
  @Permission('counterOrders:read')
  counterOrder(
    @Root() { counterOrderId }: Row<OutstandingCore>,
    @Ctx() context: Context,
  ): Promise<CounterOrder | null> | null {
    return counterOrderId ? context.load(counterOrders, counterOrderId) : null;
  }
}
