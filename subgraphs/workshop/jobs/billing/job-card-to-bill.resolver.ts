import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Internal } from '../../../../shared/access/permission';
import { Context } from '../../../../shared/subgraph/context';
import { jobCardToBill } from './job-card-to-bill';
import { JobCardToBill } from './job-card-to-bill.type';

/** Asked by other subgraphs on the program's behalf; clients do not see it. */
@Resolver()
export class JobCardToBillResolver {
  @Query(() => JobCardToBill, { nullable: true, description: 'What is billed of a job.' })
  @Internal()
  jobCardToBill(
    @Arg('id', () => ID, { description: 'The job card.' }) id: string,
    @Ctx() context: Context,
  ): Promise<JobCardToBill | null> {
    return jobCardToBill(context, id);
  }
}
