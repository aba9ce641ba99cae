import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import type { Row } from '../../../../shared/database/readable';
import { Reads } from '../../../../shared/database/reads';
import { Money } from '../../../../shared/money';
import { Context } from '../../../../shared/subgraph/context';
import { ServiceItem } from '../../catalogue/service-item.entity';
import { serviceItems } from '../../catalogue/service-item.loader';
import { UserStub } from '../../stubs/user.stub';
import { JobCard } from '../job-card.entity';
import { everyCard, jobCards } from '../job-card.loader';
import { JobService } from '../services/job-service.entity';
import { jobServices } from '../services/job-service.loader';
import { amountOf } from '../services/labour-pricing';
import { AdditionalService } from './additional-service.entity';
import {
  DecideAdditionalServiceInput,
  ProposeAdditionalServiceInput,
  UpdateAdditionalServiceInput,
  WithdrawAdditionalServiceArgs,
} from './additional-service.input';
import { additionalServices } from './additional-service.loader';
import { AdditionalServiceDecision, AdditionalServiceLine } from './additional-service.type';
import { decideAdditionalService } from './decide-additional-service';
import { proposeAdditionalService } from './propose-additional-service';
import { proposedAmount } from './proposed-work';
import { updateAdditionalService } from './update-additional-service';
import { withdrawAdditionalService } from './withdraw-additional-service';

const ID_OF_PROPOSAL = { description: 'The proposal.' };
const OLDEST_FIRST = { by: ['createdAt' as const], descending: false };

@Resolver(() => AdditionalService)
export class AdditionalServiceCommands {
  @Query(() => AdditionalService, {
    nullable: true,
    description:
      'What is proposed, as the holder of its link, its customer and staff see it; null otherwise.',
  })
  @Permission('jobs:read')
  additionalService(
    @Arg('id', () => ID, ID_OF_PROPOSAL) id: string,
    @Ctx() context: Context,
  ): Promise<AdditionalService | null> {
    return context.load(additionalServices, id);
  }

  @Mutation(() => AdditionalService, {
    description:
      'Proposes more work to the customer of a job, who is sent a link to decide with. Until then the job waits.',
  })
  @Permission('jobs:update')
  proposeAdditionalService(
    @Arg('input', { description: 'What is proposed, for how much.' }) input: ProposeAdditionalServiceInput,
    @Ctx() context: Context,
  ): Promise<AdditionalService> {
    return proposeAdditionalService(context, input);
  }

  @Mutation(() => AdditionalService, {
    description: 'Changes what is proposed and not decided yet; the customer is sent another link.',
  })
  @Permission('jobs:update')
  updateAdditionalService(
    @Arg('id', () => ID, ID_OF_PROPOSAL) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateAdditionalServiceInput,
    @Ctx() context: Context,
  ): Promise<AdditionalService> {
    return updateAdditionalService(context, id, input);
  }

  @Mutation(() => AdditionalService, { description: 'Takes a proposal back that is not decided yet.' })
  @Permission('jobs:update')
  withdrawAdditionalService(
    @Args() args: WithdrawAdditionalServiceArgs,
    @Ctx() context: Context,
  ): Promise<AdditionalService> {
    return withdrawAdditionalService(context, args);
  }

  @Mutation(() => AdditionalService, {
    description:
      'Approves a proposal or declines it: the customer with their account or the link they were sent, or staff who ' +
      'record what the customer said. It is decided on the version and the amount that were seen: CONFLICT with ' +
      '`current` when they are others by now.',
  })
  @Permission('jobs:decide')
  decideAdditionalService(
    @Arg('id', () => ID, ID_OF_PROPOSAL) id: string,
    @Arg('input', { description: 'The decision, and what it is about.' }) input: DecideAdditionalServiceInput,
    @Ctx() context: Context,
  ): Promise<AdditionalService> {
    return decideAdditionalService(context, id, input);
  }
}

@Resolver(() => AdditionalService)
export class AdditionalServiceFields {
  @Reads<AdditionalService>('jobCardId')
  @FieldResolver(() => JobCard, {
    nullable: true,
    description: 'The job; null for the holder of a link, who sees the proposal alone.',
  })
  jobCard(@Root() proposal: Row<AdditionalService>, @Ctx() context: Context): Promise<JobCard | null> {
    return context.load(jobCards, proposal.jobCardId);
  }

  @Reads<AdditionalService>('jobCardId')
  @FieldResolver(() => String, { description: 'The number of the job, such as `JC-000123`.' })
  async jobNumber(@Root() proposal: Row<AdditionalService>, @Ctx() context: Context): Promise<string> {
    return (await context.loadOrFail(everyCard, proposal.jobCardId)).number;
  }

  @Reads<AdditionalService>('amountMinor', 'amountCurrency')
  @FieldResolver(() => Money, { description: 'What the customer is asked to approve in all.' })
  amount(@Root() proposal: Row<AdditionalService>): Money {
    return proposedAmount(proposal);
  }

  @Reads<AdditionalService>('lines')
  @FieldResolver(() => [AdditionalServiceLine], { description: 'The pieces of work.' })
  lines(@Root() proposal: Row<AdditionalService>): AdditionalServiceLine[] {
    return proposal.lines;
  }

  @Reads<AdditionalService>(
    'decidedAt',
    'decidedVersion',
    'decidedAmountMinor',
    'amountCurrency',
    'decidedMeans',
    'decidedById',
    'decidedByName',
    'decisionNote',
  )
  @FieldResolver(() => AdditionalServiceDecision, {
    nullable: true,
    description: 'What the customer decided; null while they have not.',
  })
  decision(@Root() proposal: Row<AdditionalService>): AdditionalServiceDecision | null {
    if (!proposal.decidedAt) return null;
    return {
      decidedAt: proposal.decidedAt,
      means: proposal.decidedMeans!,
      version: proposal.decidedVersion!,
      amountMinor: proposal.decidedAmountMinor!,
      amountCurrency: proposal.amountCurrency,
      decidedById: proposal.decidedById,
      decidedByName: proposal.decidedByName,
      note: proposal.decisionNote,
    };
  }

  @Reads<AdditionalService>('id')
  @FieldResolver(() => [JobService], {
    description: 'The services that it became; empty unless it is APPROVED.',
  })
  services(@Root() proposal: Row<AdditionalService>, @Ctx() context: Context): Promise<JobService[]> {
    return context.childrenOf(jobServices, 'additionalServiceId', proposal.id, OLDEST_FIRST);
  }

  @Reads<AdditionalService>('proposedById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who proposed it; null when not yours to see.',
  })
  @Permission('users:read')
  proposedBy(@Root() proposal: Row<AdditionalService>): UserStub | null {
    return proposal.proposedById ? { id: proposal.proposedById } : null;
  }
}

@Resolver(() => AdditionalServiceLine)
export class AdditionalServiceLineResolver {
  @FieldResolver(() => ServiceItem, {
    nullable: true,
    description: 'What of the catalogue it is; null when it was put in words, or when not yours to see.',
  })
  @Permission('serviceItems:read')
  serviceItem(
    @Root() line: Row<AdditionalServiceLine>,
    @Ctx() context: Context,
  ): Promise<ServiceItem | null> | null {
    return line.serviceItemId ? context.load(serviceItems, line.serviceItemId) : null;
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'Price of one, or of an hour; null without one.',
  })
  unitPrice(@Root() line: Row<AdditionalServiceLine>): Money | null {
    return Money.ofColumns(line.priceMinor, line.priceCurrency);
  }

  @FieldResolver(() => Money, { nullable: true, description: 'What it comes to; null without a price.' })
  amount(@Root() line: Row<AdditionalServiceLine>): Money | null {
    return amountOf(line);
  }
}

@Resolver(() => AdditionalServiceDecision)
export class AdditionalServiceDecisionResolver {
  @FieldResolver(() => Money, { description: 'The amount that they had before them.' })
  amount(@Root() decision: Row<AdditionalServiceDecision>): Money {
    return new Money(decision.amountMinor, decision.amountCurrency);
  }

  @FieldResolver(() => UserStub, {
    nullable: true,
    description:
      'Whose account decided, or who of the staff recorded it; null for a link, or when not yours to see.',
  })
  @Permission('users:read')
  recordedBy(@Root() decision: Row<AdditionalServiceDecision>): UserStub | null {
    return decision.decidedById ? { id: decision.decidedById } : null;
  }
}

@Resolver(() => JobCard)
export class JobCardApprovalsResolver {
  @Reads<JobCard>('id')
  @FieldResolver(() => [AdditionalService], {
    description: 'Work that was proposed beyond what was agreed upon, the first first.',
  })
  additionalServices(@Root() card: Row<JobCard>, @Ctx() context: Context): Promise<AdditionalService[]> {
    return context.childrenOf(additionalServices, 'jobCardId', card.id, OLDEST_FIRST);
  }
}
