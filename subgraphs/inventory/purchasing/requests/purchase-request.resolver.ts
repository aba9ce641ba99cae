import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import type { Row } from '../../../../shared/database/readable';
import { Reads } from '../../../../shared/database/reads';
import { type Connection, connectionOf, PageArgs } from '../../../../shared/paging';
import { Context } from '../../../../shared/subgraph/context';
import { Part } from '../../catalogue/part.entity';
import { parts } from '../../catalogue/part.loader';
import { StockLocation } from '../../stock/stock-location.entity';
import { stockLocations } from '../../stock/stock-location.loader';
import { JobCardStub } from '../../stubs/job-card.stub';
import { UserStub } from '../../stubs/user.stub';
import { ReasonArgs } from '../command.args';
import { PurchaseOrder } from '../orders/purchase-order.entity';
import { purchaseOrders } from '../orders/purchase-order.loader';
import { createPurchaseRequest } from './create-purchase-request';
import { dismissPurchaseRequest } from './dismiss-purchase-request';
import { listPurchaseRequests } from './list-purchase-requests';
import { PurchaseRequest } from './purchase-request.entity';
import {
  CreatePurchaseRequestInput,
  PurchaseRequestFilter,
  PurchaseRequestOrder,
} from './purchase-request.input';
import { purchaseRequests, requestCauses } from './purchase-request.loader';
import { PurchaseRequestCause } from './request-cause.entity';

const PurchaseRequestConnection = connectionOf(PurchaseRequest, 'PurchaseRequest');
const userOf = (id: string | null): UserStub | null => (id ? { id } : null);

@Resolver(() => PurchaseRequest)
export class PurchaseRequestResolver {
  @Query(() => PurchaseRequestConnection, {
    description:
      'What is to be bought for your service centres and the warehouses, or what you asked for yourself.',
  })
  @Permission('purchaseRequests:read')
  purchaseRequests(
    @Arg('filter', () => PurchaseRequestFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: PurchaseRequestFilter,
    @Arg('orderBy', () => PurchaseRequestOrder, {
      defaultValue: PurchaseRequestOrder.NEWEST,
      description: 'In which order.',
    })
    orderBy: PurchaseRequestOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<PurchaseRequest>> {
    return listPurchaseRequests(context, filter, orderBy, page);
  }

  @Mutation(() => PurchaseRequest, {
    description:
      'Asks for a part to be bought. Where there is an open request for the part and the place, it is added to that.',
  })
  @Permission('purchaseRequests:create')
  createPurchaseRequest(
    @Arg('input', { description: 'What is to be bought.' }) input: CreatePurchaseRequestInput,
    @Ctx() context: Context,
  ): Promise<PurchaseRequest> {
    return createPurchaseRequest(context, input);
  }

  @Mutation(() => PurchaseRequest, {
    description: 'Says that it is not to be bought. Dismissed again, it stays as it is.',
  })
  @Permission('purchaseRequests:dismiss')
  dismissPurchaseRequest(@Args() args: ReasonArgs, @Ctx() context: Context): Promise<PurchaseRequest> {
    return dismissPurchaseRequest(context, args);
  }

  @Reads<PurchaseRequest>('partId')
  @FieldResolver(() => Part, {
    nullable: true,
    description: 'What is to be bought; null when not yours to see.',
  })
  @Permission('parts:read')
  part(@Root() request: Row<PurchaseRequest>, @Ctx() context: Context): Promise<Part | null> {
    return context.load(parts, request.partId);
  }

  @Reads<PurchaseRequest>('locationId')
  @FieldResolver(() => StockLocation, {
    nullable: true,
    description: 'The place it is for; null when not yours to see.',
  })
  @Permission('stock:read')
  location(@Root() request: Row<PurchaseRequest>, @Ctx() context: Context): Promise<StockLocation | null> {
    return context.load(stockLocations, request.locationId);
  }

  @Reads<PurchaseRequest>('id')
  @FieldResolver(() => [PurchaseRequestCause], {
    description: 'Why it is to be bought, the oldest cause first.',
  })
  causes(@Root() request: Row<PurchaseRequest>, @Ctx() context: Context): Promise<PurchaseRequestCause[]> {
    return context.childrenOf(requestCauses, 'purchaseRequestId', request.id, {
      by: ['createdAt'],
      descending: false,
    });
  }

  @Reads<PurchaseRequest>('purchaseOrderId')
  @FieldResolver(() => PurchaseOrder, {
    nullable: true,
    description:
      'The order that it is on; null while it is open, once it is dismissed, or when not yours to see.',
  })
  @Permission('purchaseOrders:read')
  purchaseOrder(
    @Root() request: Row<PurchaseRequest>,
    @Ctx() context: Context,
  ): Promise<PurchaseOrder | null> | null {
    return request.purchaseOrderId ? context.load(purchaseOrders, request.purchaseOrderId) : null;
  }

  @Reads<PurchaseRequest>('mergedIntoId')
  @FieldResolver(() => PurchaseRequest, {
    nullable: true,
    description:
      'The request that took over what this one asked for when its order came to nothing; null otherwise.',
  })
  mergedInto(
    @Root() request: Row<PurchaseRequest>,
    @Ctx() context: Context,
  ): Promise<PurchaseRequest | null> | null {
    return request.mergedIntoId ? context.load(purchaseRequests, request.mergedIntoId) : null;
  }

  @Reads<PurchaseRequest>('dismissedById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who dismissed it; null when nobody or the program did, or when not yours to see.',
  })
  @Permission('users:read')
  dismissedBy(@Root() request: Row<PurchaseRequest>): UserStub | null {
    return userOf(request.dismissedById);
  }
}

@Resolver(() => PurchaseRequestCause)
export class PurchaseRequestCauseResolver {
  @FieldResolver(() => JobCardStub, {
    nullable: true,
    description: 'The job that needs it; null for another cause, or when not yours to see.',
  })
  @Permission('jobs:read')
  jobCard(@Root() cause: Row<PurchaseRequestCause>): JobCardStub | null {
    return cause.jobCardId ? { id: cause.jobCardId } : null;
  }

  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who asked for it; null when the program did, or when not yours to see.',
  })
  @Permission('users:read')
  requestedBy(@Root() cause: Row<PurchaseRequestCause>): UserStub | null {
    return userOf(cause.requestedById);
  }
}
