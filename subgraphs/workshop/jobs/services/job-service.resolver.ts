import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import type { Row } from '../../../../shared/database/readable';
import { Reads } from '../../../../shared/database/reads';
import { Money } from '../../../../shared/money';
import { Context } from '../../../../shared/subgraph/context';
import { ServiceItem } from '../../catalogue/service-item.entity';
import { serviceItems } from '../../catalogue/service-item.loader';
import { UserStub } from '../../stubs/user.stub';
import { AdditionalService } from '../approvals/additional-service.entity';
import { additionalServices } from '../approvals/additional-service.loader';
import { JobCard } from '../job-card.entity';
import { addJobService } from './add-job-service';
import { JobService } from './job-service.entity';
import {
  AddJobServiceInput,
  JobServiceArgs,
  SkipJobServiceArgs,
  UpdateJobServiceInput,
} from './job-service.input';
import { jobServices } from './job-service.loader';
import { amountOf } from './labour-pricing';
import { completeJobService, skipJobService, startJobService } from './move-job-service';
import { removeJobService } from './remove-job-service';
import { updateJobService } from './update-job-service';

@Resolver(() => JobService)
export class JobServiceResolver {
  @Mutation(() => JobService, {
    description: 'Adds a piece of work to a job that is not done: from the catalogue, or in words.',
  })
  @Permission('jobs:update')
  addJobService(
    @Arg('input', { description: 'What is to be done.' }) input: AddJobServiceInput,
    @Ctx() context: Context,
  ): Promise<JobService> {
    return addJobService(context, input);
  }

  @Mutation(() => JobService, {
    description:
      'Changes a service of a job that is not done. What the customer approved does not become dearer: CONFLICT with ' +
      '`reason: NEEDS_APPROVAL`.',
  })
  @Permission('jobs:update')
  updateJobService(
    @Arg('id', () => ID, { description: 'The service.' }) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateJobServiceInput,
    @Ctx() context: Context,
  ): Promise<JobService> {
    return updateJobService(context, id, input);
  }

  @Mutation(() => JobCard, {
    description:
      'Takes a service off a job; the job card. What was begun, clocked or approved is skipped instead.',
  })
  @Permission('jobs:update')
  removeJobService(@Args() args: JobServiceArgs, @Ctx() context: Context): Promise<JobCard> {
    return removeJobService(context, args);
  }

  @Mutation(() => JobService, { description: 'Begins with a service of a job that is being worked on.' })
  @Permission('jobs:update')
  startJobService(@Args() args: JobServiceArgs, @Ctx() context: Context): Promise<JobService> {
    return startJobService(context, args);
  }

  @Mutation(() => JobService, { description: 'Says that a service is done. Clocks that run on it stop.' })
  @Permission('jobs:update')
  completeJobService(@Args() args: JobServiceArgs, @Ctx() context: Context): Promise<JobService> {
    return completeJobService(context, args);
  }

  @Mutation(() => JobService, { description: 'Says that a service is not done, and why.' })
  @Permission('jobs:update')
  skipJobService(@Args() args: SkipJobServiceArgs, @Ctx() context: Context): Promise<JobService> {
    return skipJobService(context, args);
  }

  @Reads<JobService>('serviceItemId')
  @FieldResolver(() => ServiceItem, {
    nullable: true,
    description: 'What of the catalogue it is; null when it was put in words, or when not yours to see.',
  })
  @Permission('serviceItems:read')
  serviceItem(@Root() service: Row<JobService>, @Ctx() context: Context): Promise<ServiceItem | null> | null {
    return service.serviceItemId ? context.load(serviceItems, service.serviceItemId) : null;
  }

  @Reads<JobService>('additionalServiceId')
  @FieldResolver(() => AdditionalService, {
    nullable: true,
    description: 'The approval that it comes from; null when it was agreed upon from the start.',
  })
  additionalService(
    @Root() service: Row<JobService>,
    @Ctx() context: Context,
  ): Promise<AdditionalService | null> | null {
    return service.additionalServiceId ? context.load(additionalServices, service.additionalServiceId) : null;
  }

  @Reads<JobService>('priceMinor', 'priceCurrency')
  @FieldResolver(() => Money, {
    nullable: true,
    description: 'Price of one, or of an hour; null while there is none.',
  })
  unitPrice(@Root() { priceMinor, priceCurrency }: Row<JobService>): Money | null {
    return Money.ofColumns(priceMinor, priceCurrency);
  }

  @Reads<JobService>('priceMinor', 'priceCurrency', 'quantity', 'labourHours', 'pricing')
  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What it comes to; null while there is no price.',
  })
  amount(@Root() service: Row<JobService>): Money | null {
    return amountOf(service);
  }

  @Reads<JobService>('finishedById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who finished or skipped it; null before that, or when not yours to see.',
  })
  @Permission('users:read')
  finishedBy(@Root() service: Row<JobService>): UserStub | null {
    return service.finishedById ? { id: service.finishedById } : null;
  }
}

@Resolver(() => JobCard)
export class JobCardServicesResolver {
  @Reads<JobCard>('id')
  @FieldResolver(() => [JobService], { description: 'What is done, in the order in which it was added.' })
  services(@Root() card: Row<JobCard>, @Ctx() context: Context): Promise<JobService[]> {
    return context.childrenOf(jobServices, 'jobCardId', card.id, { by: ['createdAt'], descending: false });
  }
}
