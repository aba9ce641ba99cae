import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { type Connection, type ListOrder, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { CustomerStub } from '../stubs/customer.stub';
import { VehicleStub } from '../stubs/vehicle.stub';
import { JobCardConnection } from './job-card.connection';
import type { JobCard } from './job-card.entity';
import { doneJobCards, jobCards } from './job-card.loader';
import { VehicleStatus, vehicleStatus } from './vehicle-status';

const NEWEST: ListOrder<JobCard> = { by: ['createdAt'], descending: true };

@Resolver(() => VehicleStub)
export class VehicleJobsResolver {
  @FieldResolver(() => VehicleStatus, {
    nullable: true,
    description:
      'What the workshop has to do with it now, as far as its job cards are yours to see: of your service centres, ' +
      'or those you brought it for yourself. Null when the workshop does not answer.',
  })
  @Permission('vehicles:read')
  status(@Root() vehicle: Row<VehicleStub>, @Ctx() context: Context): Promise<VehicleStatus> {
    return vehicleStatus(context, vehicle.id);
  }

  @FieldResolver(() => JobCardConnection, {
    nullable: true,
    description:
      'All its job cards, open, done and called off, the latest first. Customers see those they brought it for ' +
      'themselves.',
  })
  @Permission('jobs:read')
  jobCards(
    @Root() vehicle: Row<VehicleStub>,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<JobCard>> {
    return context.pageOf(jobCards, 'vehicleId', vehicle.id, NEWEST, page);
  }

  @FieldResolver(() => JobCardConnection, {
    nullable: true,
    description:
      'What was done for the vehicle: its completed and delivered jobs, the latest first. Customers see the jobs ' +
      'they brought it for themselves.',
  })
  @Permission('jobs:read')
  serviceHistory(
    @Root() vehicle: Row<VehicleStub>,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<JobCard>> {
    return context.pageOf(doneJobCards, 'vehicleId', vehicle.id, NEWEST, page);
  }
}

@Resolver(() => CustomerStub)
export class CustomerJobsResolver {
  @FieldResolver(() => JobCardConnection, {
    nullable: true,
    description: 'The jobs that the customer brought a vehicle for, the latest first.',
  })
  @Permission('jobs:read')
  jobCards(
    @Root() customer: Row<CustomerStub>,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<JobCard>> {
    return context.pageOf(jobCards, 'customerId', customer.id, NEWEST, page);
  }
}
