import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { reachOf } from '../../../shared/access/identity';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { Customer } from '../crm/customer.entity';
import { customers } from '../crm/customer.loader';
import { ServiceCentre } from '../identity/service-centre.entity';
import { serviceCentres } from '../identity/service-centre.loader';
import { JobCardStub } from '../stubs/job-card.stub';
import { acknowledgeFeedback, resolveFeedback } from './change-feedback';
import { Feedback } from './feedback.entity';
import { FeedbackFilter, FeedbackOrder, ResolveFeedbackArgs, SubmitFeedbackInput } from './feedback.input';
import { feedbackEntries } from './feedback.loader';
import { listFeedback } from './list-feedback';
import { submitFeedback } from './submit-feedback';

const FeedbackConnection = connectionOf(Feedback, 'Feedback');
const ID_OF_FEEDBACK = { description: 'The feedback.' };

@Resolver(() => Feedback)
export class FeedbackResolver {
  @Query(() => Feedback, {
    nullable: true,
    description: 'One piece of feedback; null when there is none that you may see.',
  })
  @Permission('feedback:read')
  feedbackEntry(
    @Arg('id', () => ID, ID_OF_FEEDBACK) id: string,
    @Ctx() context: Context,
  ): Promise<Feedback | null> {
    return context.load(feedbackEntries, id);
  }

  @Query(() => FeedbackConnection, {
    description: 'The feedback that you may see: of your service centres, about your jobs, or your own.',
  })
  @Permission('feedback:read')
  feedbackEntries(
    @Arg('filter', () => FeedbackFilter, { defaultValue: {}, description: 'Which of it.' })
    filter: FeedbackFilter,
    @Arg('orderBy', () => FeedbackOrder, {
      defaultValue: FeedbackOrder.NEWEST,
      description: 'In which order.',
    })
    orderBy: FeedbackOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Feedback>> {
    return listFeedback(context, filter, orderBy, page);
  }

  @Mutation(() => Feedback, {
    description:
      'Gives feedback on a job that is done, once: with an account, or with the link that asks for it. A low rating ' +
      '(`Organisation.lowRating`) opens a complaint.',
  })
  @Permission('feedback:create')
  submitFeedback(
    @Arg('input', { description: 'What is said.' }) input: SubmitFeedbackInput,
    @Ctx() context: Context,
  ): Promise<Feedback> {
    return submitFeedback(context, input);
  }

  @Mutation(() => Feedback, { description: 'Says that the shop has read it.' })
  @Permission('feedback:update')
  acknowledgeFeedback(
    @Arg('id', () => ID, ID_OF_FEEDBACK) id: string,
    @Arg('expectedVersion', () => Int, {
      nullable: true,
      description: 'The version you saw; CONFLICT when it is another by now.',
    })
    expectedVersion: number | null,
    @Ctx() context: Context,
  ): Promise<Feedback> {
    return acknowledgeFeedback(context, id, expectedVersion);
  }

  @Mutation(() => Feedback, { description: 'Says that what was to be done about it is done.' })
  @Permission('feedback:update')
  resolveFeedback(
    @Args() { id, resolution, expectedVersion }: ResolveFeedbackArgs,
    @Ctx() context: Context,
  ): Promise<Feedback> {
    return resolveFeedback(context, id, resolution ?? null, expectedVersion ?? null);
  }

  @Reads<Feedback>('resolution')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What was done about it. Null for customers, who do not see it.',
  })
  resolution(@Root() feedback: Row<Feedback>, @Ctx() context: Context): string | null {
    return reachOf(context.identity, 'feedback:read') === 'all' ? feedback.resolution : null;
  }

  @Reads<Feedback>('jobCardId')
  @FieldResolver(() => JobCardStub, {
    nullable: true,
    description: 'The job that it is about; null when not yours to see.',
  })
  @Permission('jobs:read')
  jobCard(@Root() feedback: Row<Feedback>): JobCardStub {
    return { id: feedback.jobCardId };
  }

  @Reads<Feedback>('customerId')
  @FieldResolver(() => Customer, { nullable: true, description: 'Who gave it; null when not yours to see.' })
  @Permission('customers:read')
  customer(@Root() feedback: Row<Feedback>, @Ctx() context: Context): Promise<Customer | null> {
    return context.load(customers, feedback.customerId);
  }

  @Reads<Feedback>('serviceCentreId')
  @FieldResolver(() => ServiceCentre, { nullable: true, description: 'The service centre that did the job.' })
  @Permission('serviceCentres:read')
  serviceCentre(@Root() feedback: Row<Feedback>, @Ctx() context: Context): Promise<ServiceCentre | null> {
    return context.load(serviceCentres, feedback.serviceCentreId);
  }
}
