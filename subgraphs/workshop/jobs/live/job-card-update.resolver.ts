import { Arg, Args, Ctx, Resolver } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Live, LiveArgs } from '../../../../shared/live/live-field';
import { Context } from '../../../../shared/subgraph/context';
import { JobCardUpdate, JobCardUpdateFilter } from './job-card-update.type';
import { jobCardUpdated } from './job-card-updated';

@Resolver(() => JobCardUpdate)
export class JobCardUpdateResolver {
  @Live(() => JobCardUpdate, {
    description: 'Tells of every change of the job cards that you may see, as it happens.',
  })
  @Permission('jobs:read')
  jobCardUpdated(
    @Arg('filter', () => JobCardUpdateFilter, { defaultValue: {}, description: 'Which updates.' })
    filter: JobCardUpdateFilter,
    @Args() { after }: LiveArgs,
    @Ctx() context: Context,
  ): Promise<JobCardUpdate> {
    return jobCardUpdated(context, filter, after);
  }
}
