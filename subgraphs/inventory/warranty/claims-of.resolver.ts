import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { type Connection, type ListOrder, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { Part } from '../catalogue/part.entity';
import { CounterOrder } from '../sales/counter-order.entity';
import { JobCardStub } from '../stubs/job-card.stub';
import { WarrantyClaimConnection } from './warranty-claim.connection';
import { WarrantyClaim } from './warranty-claim.entity';
import { warrantyClaims } from './warranty-claim.loader';

const READ = 'warrantyClaims:read';
const NEWEST: ListOrder<WarrantyClaim> = { by: ['createdAt'], descending: true };

@Resolver(() => JobCardStub)
export class JobCardClaimsResolver {
  @FieldResolver(() => [WarrantyClaim], {
    nullable: true,
    description:
      'What of its parts was claimed under warranty, the latest first. Null when inventory does not answer or it is not ' +
      'yours to see.',
  })
  @Permission(READ)
  warrantyClaims(@Root() { id }: Row<JobCardStub>, @Ctx() context: Context): Promise<WarrantyClaim[]> {
    return context.childrenOf(warrantyClaims, 'jobCardId', id, NEWEST);
  }
}

@Resolver(() => CounterOrder)
export class CounterOrderClaimsResolver {
  @Reads<CounterOrder>('id')
  @FieldResolver(() => [WarrantyClaim], {
    nullable: true,
    description: 'What of it was claimed under warranty, the latest first; null when not yours to see.',
  })
  @Permission(READ)
  warrantyClaims(@Root() { id }: Row<CounterOrder>, @Ctx() context: Context): Promise<WarrantyClaim[]> {
    return context.childrenOf(warrantyClaims, 'counterOrderId', id, NEWEST);
  }
}

@Resolver(() => Part)
export class PartClaimsResolver {
  @Reads<Part>('id')
  @FieldResolver(() => WarrantyClaimConnection, {
    nullable: true,
    description: 'What of it was claimed under warranty, the latest first; null when not yours to see.',
  })
  @Permission(READ)
  warrantyClaims(
    @Root() { id }: Row<Part>,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<WarrantyClaim>> {
    return context.pageOf(warrantyClaims, 'partId', id, NEWEST, page);
  }
}
