import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { reachOf } from '../../../../shared/access/identity';
import { Permission } from '../../../../shared/access/permission';
import type { Row } from '../../../../shared/database/readable';
import { Reads } from '../../../../shared/database/reads';
import { Context } from '../../../../shared/subgraph/context';
import { JobCard } from '../../jobs/job-card.entity';
import { UserStub } from '../../stubs/user.stub';
import { configureJobStages } from './configure-job-stages';
import { JobStage } from './job-stage.entity';
import { ConfigureJobStagesInput, MoveToStageArgs } from './job-stage.input';
import { jobStages, stageChanges } from './job-stage.loader';
import { listJobStages } from './list-job-stages';
import { moveJobCardToStage } from './move-to-stage';
import { JobCardStageChange } from './stage-change.entity';

@Resolver(() => JobStage)
export class JobStageResolver {
  @Query(() => [JobStage], {
    description: 'The stages of the board in their order: of one service centre, or the organisation’s.',
  })
  @Permission('jobs:read')
  jobStages(
    @Arg('serviceCentreId', () => ID, {
      nullable: true,
      description: 'The service centre; without a board of its own it has the organisation’s.',
    })
    serviceCentreId: string | null,
    @Ctx() context: Context,
  ): Promise<JobStage[]> {
    return listJobStages(context, serviceCentreId);
  }

  @Mutation(() => [JobStage], {
    description: 'Replaces the board of the organisation, or gives a service centre one of its own.',
  })
  @Permission('settings:update')
  configureJobStages(
    @Arg('input', { description: 'The board from now on.' }) input: ConfigureJobStagesInput,
    @Ctx() context: Context,
  ): Promise<JobStage[]> {
    return configureJobStages(context, input);
  }

  @Mutation(() => JobCard, {
    description: 'Moves a job card on the board. Its status stays what it is.',
  })
  @Permission('jobs:update')
  moveJobCardToStage(@Args() args: MoveToStageArgs, @Ctx() context: Context): Promise<JobCard> {
    return moveJobCardToStage(context, args);
  }
}

@Resolver(() => JobCard)
export class JobCardStageResolver {
  @Reads<JobCard>('stageId')
  @FieldResolver(() => JobStage, {
    nullable: true,
    description: 'Where it stands on the shop’s board; null until somebody puts it there.',
  })
  stage(@Root() card: Row<JobCard>, @Ctx() context: Context): Promise<JobStage | null> | null {
    return card.stageId ? context.load(jobStages, card.stageId) : null;
  }

  @Reads<JobCard>('id')
  @FieldResolver(() => [JobCardStageChange], {
    description: 'Its way over the board, the latest move first.',
  })
  stageHistory(@Root() card: Row<JobCard>, @Ctx() context: Context): Promise<JobCardStageChange[]> {
    return context.childrenOf(stageChanges, 'jobCardId', card.id, { by: ['createdAt'], descending: true });
  }
}

@Resolver(() => JobCardStageChange)
export class StageChangeResolver {
  @FieldResolver(() => JobStage, {
    nullable: true,
    description: 'Where it was before; null when it came onto the board.',
  })
  fromStage(
    @Root() change: Row<JobCardStageChange>,
    @Ctx() context: Context,
  ): Promise<JobStage | null> | null {
    return change.fromStageId ? context.load(jobStages, change.fromStageId) : null;
  }

  @FieldResolver(() => JobStage, { description: 'Where it was from then on.' })
  toStage(@Root() change: Row<JobCardStageChange>, @Ctx() context: Context): Promise<JobStage> {
    return context.loadOrFail(jobStages, change.toStageId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The note of who moved it. Null for customers, who do not see it.',
  })
  note(@Root() change: Row<JobCardStageChange>, @Ctx() { identity }: Context): string | null {
    const isCustomer = reachOf(identity, 'jobs:read') === 'own' && identity.customerId !== null;
    return isCustomer ? null : change.note;
  }

  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who moved it; null when the program did, or when not yours to see.',
  })
  @Permission('users:read')
  changedBy(@Root() change: Row<JobCardStageChange>): UserStub | null {
    return change.changedById ? { id: change.changedById } : null;
  }
}
