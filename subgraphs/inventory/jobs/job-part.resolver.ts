import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { AsksToo, Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Money } from '../../../shared/money';
import { Context } from '../../../shared/subgraph/context';
import { Part } from '../catalogue/part.entity';
import { parts } from '../catalogue/part.loader';
import { StockLocation } from '../stock/stock-location.entity';
import { stockLocations } from '../stock/stock-location.loader';
import { JobCardStub } from '../stubs/job-card.stub';
import { UserStub } from '../stubs/user.stub';
import { cancelJobParts } from './cancel-job-parts';
import { issueJobParts } from './issue-job-parts';
import { JobPart } from './job-part.entity';
import {
  CancelJobPartsInput,
  IssueJobPartsInput,
  RequestJobPartsInput,
  ReturnJobPartsInput,
} from './job-part.input';
import { everyIssue } from './job-part.loader';
import { JobPartIssue } from './job-part-issue.entity';
import { amountsOf, outstandingOf, usedOf } from './line';
import { requestJobParts } from './request-job-parts';
import { returnJobParts } from './return-job-parts';

@Resolver(() => JobPart)
export class JobPartResolver {
  @Mutation(() => [JobPart], {
    description:
      'Asks for parts for an open job; the lines that were made. What is there is reserved at once. For what is not, the ' +
      'job waits, and it is asked to be bought.',
  })
  @Permission('jobParts:request')
  requestJobParts(
    @Arg('input', { description: 'What it needs.' }) input: RequestJobPartsInput,
    @Ctx() context: Context,
  ): Promise<JobPart[]> {
    return requestJobParts(context, input);
  }

  @Mutation(() => [JobPart], {
    description:
      'Hands parts out for an open job, of what is reserved for it and no more (CONFLICT, reason NOT_RESERVED). What ' +
      'they cost and what the customer pays stays what it is then.',
  })
  @Permission('jobParts:issue')
  @AsksToo('jobParts:price')
  issueJobParts(
    @Arg('input', { description: 'What is handed out.' }) input: IssueJobPartsInput,
    @Ctx() context: Context,
  ): Promise<JobPart[]> {
    return issueJobParts(context, input);
  }

  @Mutation(() => [JobPart], {
    description:
      'Takes parts back from an open job, or from one that was called off: no more than was handed out (CONFLICT, reason ' +
      'NOT_ISSUED). They are not needed any more; jobs that wait for them are served.',
  })
  @Permission('jobParts:return')
  returnJobParts(
    @Arg('input', { description: 'What comes back.' }) input: ReturnJobPartsInput,
    @Ctx() context: Context,
  ): Promise<JobPart[]> {
    return returnJobParts(context, input);
  }

  @Mutation(() => [JobPart], {
    description:
      'Says that parts are not needed any more, before they are handed out (CONFLICT, reason NOT_REQUESTED, beyond that). ' +
      'What was reserved is free again; jobs that wait for it are served.',
  })
  @Permission('jobParts:cancel')
  cancelJobParts(
    @Arg('input', { description: 'What is not needed.' }) input: CancelJobPartsInput,
    @Ctx() context: Context,
  ): Promise<JobPart[]> {
    return cancelJobParts(context, input);
  }

  @FieldResolver(() => JobCardStub, {
    nullable: true,
    description: 'The job; null when not yours to see.',
  })
  @Permission('jobs:read')
  jobCard(@Root() line: Row<JobPart>): JobCardStub {
    return { id: line.jobCardId };
  }

  @FieldResolver(() => Part, { nullable: true, description: 'The part; null when not yours to see.' })
  @Permission('parts:read')
  part(@Root() line: Row<JobPart>, @Ctx() context: Context): Promise<Part | null> {
    return context.load(parts, line.partId);
  }

  @FieldResolver(() => StockLocation, {
    nullable: true,
    description: 'The place that it comes from; null when not yours to see.',
  })
  @Permission('stock:read')
  location(@Root() line: Row<JobPart>, @Ctx() context: Context): Promise<StockLocation | null> {
    return context.load(stockLocations, line.locationId);
  }

  @FieldResolver(() => String, { description: 'How much lies ready for the job.' })
  reserved(@Root() line: Row<JobPart>): string {
    const amounts = amountsOf(line);
    return outstandingOf(amounts).minus(amounts.missing).toFixed();
  }

  @FieldResolver(() => String, {
    description: 'How much the job uses: what was issued and did not come back.',
  })
  used(@Root() line: Row<JobPart>): string {
    return usedOf(amountsOf(line)).toFixed();
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description:
      'What the customer pays for one, with or without tax as `Organisation.pricesIncludeTax` says, as it was when the ' +
      'first of it was issued; null before, or without a price.',
  })
  unitPrice(@Root() line: Row<JobPart>): Money | null {
    return Money.ofColumns(line.priceMinor, line.priceCurrency);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description:
      'What the customer pays for what is used, with or without tax as the unit price is; null without one.',
  })
  amount(@Root() line: Row<JobPart>): Money | null {
    return Money.ofColumns(line.priceMinor, line.priceCurrency)?.times(usedOf(amountsOf(line))) ?? null;
  }

  @FieldResolver(() => [JobPartIssue], { description: 'Each time that some of it was handed out.' })
  issues(@Root() line: Row<JobPart>, @Ctx() context: Context): Promise<JobPartIssue[]> {
    return context.childrenOf(everyIssue, 'jobPartId', line.id, { by: ['createdAt'], descending: false });
  }

  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who asked for it; null when the program did, or when not yours to see.',
  })
  @Permission('users:read')
  requestedBy(@Root() line: Row<JobPart>): UserStub | null {
    return line.requestedById ? { id: line.requestedById } : null;
  }
}
