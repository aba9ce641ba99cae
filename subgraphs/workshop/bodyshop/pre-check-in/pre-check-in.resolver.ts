import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Public } from '../../../../shared/access/permission';
import type { Row } from '../../../../shared/database/readable';
import { Reads } from '../../../../shared/database/reads';
import { Context } from '../../../../shared/subgraph/context';
import { JobCard } from '../../jobs/job-card.entity';
import { preCheckIn } from './pre-check-in';
import { PreCheckIn } from './pre-check-in.entity';
import { PreCheckInInput } from './pre-check-in.input';
import { preCheckIns } from './pre-check-in.loader';
import { PreCheckInReceipt } from './pre-check-in.type';

@Resolver()
export class PreCheckInResolver {
  @Mutation(() => PreCheckInReceipt, {
    description:
      'Announces a car, without an account: makes a job card at the first stage of the board. Whether the customer or ' +
      'the car was known is for staff to see alone.',
  })
  @Public()
  preCheckIn(
    @Arg('input', { description: 'Who comes with what.' }) input: PreCheckInInput,
    @Ctx() context: Context,
  ): Promise<PreCheckInReceipt> {
    return preCheckIn(context, input);
  }
}

@Resolver(() => JobCard)
export class JobCardPreCheckInResolver {
  @Reads<JobCard>('id')
  @FieldResolver(() => PreCheckIn, {
    nullable: true,
    description:
      'What was said by somebody without an account who announced the car; null for every other card, and for customers.',
  })
  async preCheckIn(@Root() card: Row<JobCard>, @Ctx() context: Context): Promise<PreCheckIn | null> {
    const [said] = await context.childrenOf(preCheckIns, 'jobCardId', card.id, {
      by: ['createdAt'],
      descending: false,
    });
    return said ?? null;
  }
}
