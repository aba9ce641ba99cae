import { Length, Matches } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Money } from '../../../shared/money';
import { type Connection, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { CustomerStub } from '../stubs/customer.stub';
import { ServiceCentreStub } from '../stubs/service-centre.stub';
import { UserStub } from '../stubs/user.stub';
import { VehicleStub } from '../stubs/vehicle.stub';
import { assignJobCard } from './assign-job-card';
import { cancelJobCard } from './cancel-job-card';
import { createJobCard } from './create-job-card';
import { estimateOf } from './estimate';
import { JobCardConnection } from './job-card.connection';
import { JobCard } from './job-card.entity';
import { CreateJobCardInput, JobCardFilter, JobCardOrder, UpdateJobCardInput } from './job-card.input';
import { jobCards, statusChanges } from './job-card.loader';
import { listJobCards } from './list-job-cards';
import { JobCardStatusChange } from './status-change.entity';
import { updateJobCard } from './update-job-card';

const ID_OF_CARD = { description: 'The job card.' };

@ArgsType()
class CancelArgs {
  @Field(() => ID, ID_OF_CARD)
  id!: string;

  @Field({ description: 'Why; it stays in the history.' })
  @Length(1, 1000)
  @Matches(/\S/, { message: 'this cannot be blank' })
  reason!: string;
}

@Resolver(() => JobCard)
export class JobCardResolver {
  @Query(() => JobCard, {
    nullable: true,
    description: 'One job card; null when there is none that you may see.',
  })
  @Permission('jobs:read')
  jobCard(@Arg('id', () => ID, ID_OF_CARD) id: string, @Ctx() context: Context): Promise<JobCard | null> {
    return context.load(jobCards, id);
  }

  @Query(() => JobCardConnection, {
    description: 'The job cards that you may see: of your service centres, assigned to you, or your own.',
  })
  @Permission('jobs:read')
  jobCards(
    @Arg('filter', () => JobCardFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: JobCardFilter,
    @Arg('orderBy', () => JobCardOrder, { defaultValue: JobCardOrder.NEWEST, description: 'In which order.' })
    orderBy: JobCardOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<JobCard>> {
    return listJobCards(context, filter, orderBy, page);
  }

  @Mutation(() => JobCard, { description: 'Takes a job in and gives it its number.' })
  @Permission('jobs:create')
  createJobCard(
    @Arg('input', { description: 'What is to be done, for whom.' }) input: CreateJobCardInput,
    @Ctx() context: Context,
  ): Promise<JobCard> {
    return createJobCard(context, input);
  }

  @Mutation(() => JobCard, { description: 'Changes a job card that is neither delivered nor cancelled.' })
  @Permission('jobs:update')
  updateJobCard(
    @Arg('id', () => ID, ID_OF_CARD) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateJobCardInput,
    @Ctx() context: Context,
  ): Promise<JobCard> {
    return updateJobCard(context, id, input);
  }

  @Mutation(() => JobCard, {
    description: 'Gives a job card to a technician of its service centre, or to another one.',
  })
  @Permission('jobs:assign')
  assignJobCard(
    @Arg('id', () => ID, ID_OF_CARD) id: string,
    @Arg('technicianId', () => ID, { description: 'Who is to do it.' }) technicianId: string,
    @Ctx() context: Context,
  ): Promise<JobCard> {
    return assignJobCard(context, id, technicianId);
  }

  @Mutation(() => JobCard, {
    description:
      'Calls a job off, not once it is completed. What was proposed is withdrawn, and clocks that run on it stop.',
  })
  @Permission('jobs:cancel')
  cancelJobCard(@Args() { id, reason }: CancelArgs, @Ctx() context: Context): Promise<JobCard> {
    return cancelJobCard(context, id, reason);
  }

  @Reads<JobCard>('estimatedCostMinor', 'estimatedCostCurrency')
  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What it is expected to cost; null if unknown.',
  })
  estimatedCost(@Root() card: Row<JobCard>): Money | null {
    return estimateOf(card);
  }

  @Reads<JobCard>('technicianNotes')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Notes among those who work on it. Null for customers, who do not see them.',
  })
  technicianNotes(@Root() card: Row<JobCard>, @Ctx() { identity }: Context): string | null {
    return identity.customerId || identity.link ? null : card.technicianNotes;
  }

  @Reads<JobCard>('id')
  @FieldResolver(() => [JobCardStatusChange], { description: 'Its life so far, the latest step first.' })
  statusHistory(@Root() card: Row<JobCard>, @Ctx() context: Context): Promise<JobCardStatusChange[]> {
    return context.childrenOf(statusChanges, 'jobCardId', card.id, { by: ['createdAt'], descending: true });
  }

  @Reads<JobCard>('vehicleId')
  @FieldResolver(() => VehicleStub, {
    nullable: true,
    description: 'The vehicle that was brought; null when you may not see it any more.',
  })
  @Permission('vehicles:read')
  vehicle(@Root() card: Row<JobCard>): VehicleStub {
    return { id: card.vehicleId };
  }

  @Reads<JobCard>('customerId')
  @FieldResolver(() => CustomerStub, {
    nullable: true,
    description: 'Who brought it, and stays so whoever owns the vehicle later; null when not yours to see.',
  })
  @Permission('customers:read')
  customer(@Root() card: Row<JobCard>): CustomerStub {
    return { id: card.customerId };
  }

  @Reads<JobCard>('serviceCentreId')
  @FieldResolver(() => ServiceCentreStub, {
    nullable: true,
    description: 'Where the work is done; null when not yours to see.',
  })
  @Permission('serviceCentres:read')
  serviceCentre(@Root() card: Row<JobCard>): ServiceCentreStub {
    return { id: card.serviceCentreId };
  }

  @Reads<JobCard>('technicianId')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who works on it; null while nobody does, or when not yours to see.',
  })
  @Permission('users:read')
  technician(@Root() card: Row<JobCard>): UserStub | null {
    return card.technicianId ? { id: card.technicianId } : null;
  }
}

@Resolver(() => JobCardStatusChange)
export class JobCardStatusChangeResolver {
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who did it; null when the program did, or when not yours to see.',
  })
  @Permission('users:read')
  changedBy(@Root() change: Row<JobCardStatusChange>): UserStub | null {
    return change.changedById ? { id: change.changedById } : null;
  }
}
