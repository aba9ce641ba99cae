import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Money } from '../../../shared/money';
import { type Connection, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { Part } from '../catalogue/part.entity';
import { parts } from '../catalogue/part.loader';
import { Supplier } from '../purchasing/suppliers/supplier.entity';
import { suppliers } from '../purchasing/suppliers/supplier.loader';
import { CounterOrder } from '../sales/counter-order.entity';
import { counterOrders } from '../sales/counter-order.loader';
import { costFor, costOfColumns } from '../stock/cost';
import { StockLocation } from '../stock/stock-location.entity';
import { stockLocations } from '../stock/stock-location.loader';
import { JobCardStub } from '../stubs/job-card.stub';
import { ServiceCentreStub } from '../stubs/service-centre.stub';
import { UserStub } from '../stubs/user.stub';
import { decideWarrantyClaim } from './decide-warranty-claim';
import { listWarrantyClaims } from './list-warranty-claims';
import { openWarrantyClaim } from './open-warranty-claim';
import { WarrantyClaimConnection } from './warranty-claim.connection';
import { WarrantyClaim } from './warranty-claim.entity';
import { DecideWarrantyClaimInput, OpenWarrantyClaimInput } from './warranty-claim.input';
import { WarrantyClaimFilter, WarrantyClaimOrder } from './warranty-claim-list.input';

const userOf = (id: string | null): UserStub | null => (id ? { id } : null);

@Resolver(() => WarrantyClaim)
export class WarrantyClaimResolver {
  @Query(() => WarrantyClaimConnection, {
    description:
      'The claims under warranty that you may see: of your service centres, or those that you opened.',
  })
  @Permission('warrantyClaims:read')
  warrantyClaims(
    @Arg('filter', () => WarrantyClaimFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: WarrantyClaimFilter,
    @Arg('orderBy', () => WarrantyClaimOrder, {
      defaultValue: WarrantyClaimOrder.NEWEST,
      description: 'In which order.',
    })
    orderBy: WarrantyClaimOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<WarrantyClaim>> {
    return listWarrantyClaims(context, filter, orderBy, page);
  }

  @Mutation(() => WarrantyClaim, {
    description:
      'Claims parts that were sold and are faulty from a supplier: no more than was issued, did not come back and is not ' +
      'claimed yet (CONFLICT, reason NOT_ISSUED). What is claimed does not go back into stock.',
  })
  @Permission('warrantyClaims:create')
  openWarrantyClaim(
    @Arg('input', { description: 'What is claimed from whom.' }) input: OpenWarrantyClaimInput,
    @Ctx() context: Context,
  ): Promise<WarrantyClaim> {
    return openWarrantyClaim(context, input);
  }

  @Mutation(() => WarrantyClaim, {
    description:
      'Says what became of a claim: the supplier accepted or refused it, or gave money or parts. Parts come into stock at ' +
      'what the faulty ones had cost, and go to jobs that wait for them. The same again: nothing happens.',
  })
  @Permission('warrantyClaims:decide')
  decideWarrantyClaim(
    @Arg('id', () => ID, { description: 'The claim.' }) id: string,
    @Arg('input', { description: 'What became of it.' }) input: DecideWarrantyClaimInput,
    @Ctx() context: Context,
  ): Promise<WarrantyClaim> {
    return decideWarrantyClaim(context, id, input);
  }

  @Reads<WarrantyClaim>('serviceCentreId')
  @FieldResolver(() => ServiceCentreStub, {
    nullable: true,
    description: 'The service centre that sold it; null when not yours to see.',
  })
  @Permission('serviceCentres:read')
  serviceCentre(@Root() { serviceCentreId }: Row<WarrantyClaim>): ServiceCentreStub {
    return { id: serviceCentreId };
  }

  @Reads<WarrantyClaim>('jobCardId')
  @FieldResolver(() => JobCardStub, {
    nullable: true,
    description:
      'The job that it was issued for; null when it was sold over the counter, or when not yours to see.',
  })
  @Permission('jobs:read')
  jobCard(@Root() { jobCardId }: Row<WarrantyClaim>): JobCardStub | null {
    return jobCardId ? { id: jobCardId } : null;
  }

  @Reads<WarrantyClaim>('counterOrderId')
  @FieldResolver(() => CounterOrder, {
    nullable: true,
    description: 'The order over the counter; null when it was issued for a job, or when not yours to see.',
  })
  @Permission('counterOrders:read')
  counterOrder(
    @Root() { counterOrderId }: Row<WarrantyClaim>,
    @Ctx() context: Context,
  ): Promise<CounterOrder | null> | null {
    return counterOrderId ? context.load(counterOrders, counterOrderId) : null;
  }

  @Reads<WarrantyClaim>('jobPartId', 'counterOrderLineId')
  @FieldResolver(() => ID, { description: 'The part of the job, or the line of the order.' })
  lineId(@Root() { jobPartId, counterOrderLineId }: Row<WarrantyClaim>): string {
    return (jobPartId ?? counterOrderLineId)!;
  }

  @Reads<WarrantyClaim>('partId')
  @FieldResolver(() => Part, { nullable: true, description: 'The part; null when not yours to see.' })
  @Permission('parts:read')
  part(@Root() { partId }: Row<WarrantyClaim>, @Ctx() context: Context): Promise<Part | null> {
    return context.load(parts, partId);
  }

  @Reads<WarrantyClaim>('supplierId')
  @FieldResolver(() => Supplier, {
    nullable: true,
    description: 'From whom it is claimed; null before somebody says it, or when not yours to see.',
  })
  @Permission('suppliers:read')
  supplier(
    @Root() { supplierId }: Row<WarrantyClaim>,
    @Ctx() context: Context,
  ): Promise<Supplier | null> | null {
    return supplierId ? context.load(suppliers, supplierId) : null;
  }

  @Reads<WarrantyClaim>('unitCost', 'currency', 'quantity')
  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What all that is claimed cost the shop when it was issued, rounded; null when nobody knew.',
  })
  @Permission('stock:cost')
  cost(@Root() { unitCost, currency, quantity }: Row<WarrantyClaim>): Money | null {
    const cost = costOfColumns(unitCost, currency);
    return cost && costFor(cost, quantity);
  }

  @Reads<WarrantyClaim>('creditMinor', 'currency')
  @FieldResolver(() => Money, {
    nullable: true,
    description: 'The money that came; null unless it was settled so.',
  })
  @Permission('stock:cost')
  credit(@Root() { creditMinor, currency }: Row<WarrantyClaim>): Money | null {
    return creditMinor === null ? null : new Money(creditMinor, currency);
  }

  @Reads<WarrantyClaim>('locationId')
  @FieldResolver(() => StockLocation, {
    nullable: true,
    description: 'Where the replacement came in; null without one, or when not yours to see.',
  })
  @Permission('stock:read')
  location(
    @Root() { locationId }: Row<WarrantyClaim>,
    @Ctx() context: Context,
  ): Promise<StockLocation | null> | null {
    return locationId ? context.load(stockLocations, locationId) : null;
  }

  @Reads<WarrantyClaim>('openedById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who opened it; null when the program did, or when not yours to see.',
  })
  @Permission('users:read')
  openedBy(@Root() { openedById }: Row<WarrantyClaim>): UserStub | null {
    return userOf(openedById);
  }

  @Reads<WarrantyClaim>('decidedById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who accepted or refused it; null before, or when not yours to see.',
  })
  @Permission('users:read')
  decidedBy(@Root() { decidedById }: Row<WarrantyClaim>): UserStub | null {
    return userOf(decidedById);
  }
}
