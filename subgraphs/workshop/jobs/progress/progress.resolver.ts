import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Context } from '../../../../shared/subgraph/context';
import { JobCard } from '../job-card.entity';
import { completeJobCard } from './complete-job-card';
import { deliverJobCard } from './deliver-job-card';
import { pauseJobCard, resumeJobCard } from './pause-job-card';
import { PauseArgs, StepArgs } from './progress.input';
import { startJobCard } from './start-job-card';

@Resolver()
export class JobProgressResolver {
  @Mutation(() => JobCard, { description: 'Begins with the work of a job card that is assigned.' })
  @Permission('jobs:update')
  startJobCard(@Args() args: StepArgs, @Ctx() context: Context): Promise<JobCard> {
    return startJobCard(context, args);
  }

  @Mutation(() => JobCard, {
    description: 'Lets the work stand still for another reason than parts or approval; its clocks stop.',
  })
  @Permission('jobs:update')
  pauseJobCard(@Args() args: PauseArgs, @Ctx() context: Context): Promise<JobCard> {
    return pauseJobCard(context, args);
  }

  @Mutation(() => JobCard, {
    description:
      'Ends a pause: the card goes back to where it came from, or goes on waiting for parts or approval.',
  })
  @Permission('jobs:update')
  resumeJobCard(@Args() args: StepArgs, @Ctx() context: Context): Promise<JobCard> {
    return resumeJobCard(context, args);
  }

  @Mutation(() => JobCard, {
    description:
      'Says that the work is done. CONFLICT with `reasons` while something is open: OPEN_SERVICES, RUNNING_CLOCK, ' +
      'OPEN_PARTS; a card that waits for parts or for the customer is not in progress.',
  })
  @Permission('jobs:update')
  completeJobCard(@Args() args: StepArgs, @Ctx() context: Context): Promise<JobCard> {
    return completeJobCard(context, args);
  }

  @Mutation(() => JobCard, {
    description: 'Hands the vehicle of a completed job back. The customer is asked how it was.',
  })
  @Permission('jobs:deliver')
  deliverJobCard(@Args() args: StepArgs, @Ctx() context: Context): Promise<JobCard> {
    return deliverJobCard(context, args);
  }
}
