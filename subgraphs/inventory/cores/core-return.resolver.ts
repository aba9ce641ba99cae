import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Money } from '../../../shared/money';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { Part } from '../catalogue/part.entity';
import { parts } from '../catalogue/part.loader';
import { Supplier } from '../purchasing/suppliers/supplier.entity';
import { suppliers } from '../purchasing/suppliers/supplier.loader';
import { CounterOrder } from '../sales/counter-order.entity';
import { counterOrders } from '../sales/counter-order.loader';
import { JobCardStub } from '../stubs/job-card.stub';
import { ServiceCentreStub } from '../stubs/service-centre.stub';
import { UserStub } from '../stubs/user.stub';
import { CoreReturn } from './core-return.entity';
import { CoreReturnFilter, CoreReturnOrder, RecordCoreReturnInput } from './core-return.input';
import { listCoreReturns } from './list-core-returns';
import { recordCoreReturn } from './record-core-return';

const CoreReturnConnection = connectionOf(CoreReturn, 'CoreReturn');

@Resolver(() => CoreReturn)
export class CoreReturnResolver {
  @Query(() => CoreReturnConnection, {
    description: 'The old units that came back to your service centres, and those that were sent on.',
  })
  @Permission('coreReturns:read')
  coreReturns(
    @Arg('filter', () => CoreReturnFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: CoreReturnFilter,
    @Arg('orderBy', () => CoreReturnOrder, {
      defaultValue: CoreReturnOrder.NEWEST,
      description: 'In which order.',
    })
    orderBy: CoreReturnOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<CoreReturn>> {
    return listCoreReturns(context, filter, orderBy, page);
  }

  @Mutation(() => CoreReturn, {
    description:
      'Records old units that came back from a customer, or that were sent to a supplier: no more than were sold and kept, ' +
      'and no more than are there (CONFLICT, reason NOT_THERE). The part has to have a deposit (reason NO_DEPOSIT).',
  })
  @Permission('coreReturns:create')
  recordCoreReturn(
    @Arg('input', { description: 'What came back or was sent.' }) input: RecordCoreReturnInput,
    @Ctx() context: Context,
  ): Promise<CoreReturn> {
    return recordCoreReturn(context, input);
  }

  @Reads<CoreReturn>('depositMinor', 'currency', 'quantity')
  @FieldResolver(() => Money, {
    description: 'The deposit on all of them, as it was for the part when this was recorded.',
  })
  deposit(@Root() { depositMinor, currency, quantity }: Row<CoreReturn>): Money {
    return new Money(depositMinor, currency).times(quantity);
  }

  @Reads<CoreReturn>('serviceCentreId')
  @FieldResolver(() => ServiceCentreStub, {
    nullable: true,
    description: 'The service centre that took or sent them; null when not yours to see.',
  })
  @Permission('serviceCentres:read')
  serviceCentre(@Root() { serviceCentreId }: Row<CoreReturn>): ServiceCentreStub {
    return { id: serviceCentreId };
  }

  @Reads<CoreReturn>('partId')
  @FieldResolver(() => Part, { nullable: true, description: 'The part; null when not yours to see.' })
  @Permission('parts:read')
  part(@Root() { partId }: Row<CoreReturn>, @Ctx() context: Context): Promise<Part | null> {
    return context.load(parts, partId);
  }

  @Reads<CoreReturn>('jobCardId')
  @FieldResolver(() => JobCardStub, {
    nullable: true,
    description: 'The job that the new one was issued for; null for another way, or when not yours to see.',
  })
  @Permission('jobs:read')
  jobCard(@Root() { jobCardId }: Row<CoreReturn>): JobCardStub | null {
    return jobCardId ? { id: jobCardId } : null;
  }

  @Reads<CoreReturn>('counterOrderId')
  @FieldResolver(() => CounterOrder, {
    nullable: true,
    description: 'The order by which the new one was sold; null for another way, or when not yours to see.',
  })
  @Permission('counterOrders:read')
  counterOrder(
    @Root() { counterOrderId }: Row<CoreReturn>,
    @Ctx() context: Context,
  ): Promise<CounterOrder | null> | null {
    return counterOrderId ? context.load(counterOrders, counterOrderId) : null;
  }

  @Reads<CoreReturn>('supplierId')
  @FieldResolver(() => Supplier, {
    nullable: true,
    description: 'Whom they were sent to; null for those of customers, or when not yours to see.',
  })
  @Permission('suppliers:read')
  supplier(
    @Root() { supplierId }: Row<CoreReturn>,
    @Ctx() context: Context,
  ): Promise<Supplier | null> | null {
    return supplierId ? context.load(suppliers, supplierId) : null;
  }

  @Reads<CoreReturn>('recordedById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who recorded it; null when the program did, or when not yours to see.',
  })
  @Permission('users:read')
  recordedBy(@Root() { recordedById }: Row<CoreReturn>): UserStub | null {
    return recordedById ? { id: recordedById } : null;
  }
}
