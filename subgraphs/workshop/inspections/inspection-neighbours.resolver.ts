import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { type Connection, type ListOrder, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { JobCard } from '../jobs/job-card.entity';
import { VehicleStub } from '../stubs/vehicle.stub';
import { InspectionConnection } from './inspection.connection';
import { Inspection } from './inspection.entity';
import { inspections } from './inspection.loader';

const NEWEST: ListOrder<Inspection> = { by: ['createdAt'], descending: true };

@Resolver(() => JobCard)
export class JobCardInspectionsResolver {
  @Reads<JobCard>('id')
  @FieldResolver(() => [Inspection], {
    nullable: true,
    description:
      'The inspections of its vehicle, the last begun first. Customers see those that are published.',
  })
  @Permission('inspections:read')
  inspections(@Root() { id }: Row<JobCard>, @Ctx() context: Context): Promise<Inspection[]> {
    return context.childrenOf(inspections, 'jobCardId', id, NEWEST);
  }
}

@Resolver(() => VehicleStub)
export class VehicleInspectionsResolver {
  @FieldResolver(() => InspectionConnection, {
    nullable: true,
    description:
      'When it was looked over, the last begun first. Customers see what was published of jobs that they brought it ' +
      'for themselves.',
  })
  @Permission('inspections:read')
  inspections(
    @Root() { id }: Row<VehicleStub>,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Inspection>> {
    return context.pageOf(inspections, 'vehicleId', id, NEWEST, page);
  }
}
