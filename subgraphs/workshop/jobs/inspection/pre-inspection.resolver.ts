import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { AsksToo, Permission } from '../../../../shared/access/permission';
import type { Row } from '../../../../shared/database/readable';
import { Reads } from '../../../../shared/database/reads';
import { Money } from '../../../../shared/money';
import { Context } from '../../../../shared/subgraph/context';
import { UserStub } from '../../stubs/user.stub';
import { JobCard } from '../job-card.entity';
import { PreInspection } from './pre-inspection.entity';
import { RecordPreInspectionInput } from './pre-inspection.input';
import { preInspections } from './pre-inspection.loader';
import { recordPreInspection } from './record-pre-inspection';

@Resolver(() => PreInspection)
export class PreInspectionResolver {
  @Mutation(() => JobCard, {
    description:
      'Writes down how the vehicle is before the work: a job card that is CREATED is INSPECTED from then on, any other ' +
      'that is not done stays where it is. Photos are attached with `attachPhotos`.',
  })
  @Permission('jobs:update')
  @AsksToo('vehicles:update')
  recordPreInspection(
    @Arg('input', { description: 'What is to be seen.' }) input: RecordPreInspectionInput,
    @Ctx() context: Context,
  ): Promise<JobCard> {
    return recordPreInspection(context, input);
  }

  @Reads<PreInspection>('estimatedCostMinor', 'estimatedCostCurrency')
  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What the work was expected to cost; null if unknown.',
  })
  estimatedCost(@Root() inspection: Row<PreInspection>): Money | null {
    return Money.ofColumns(inspection.estimatedCostMinor, inspection.estimatedCostCurrency);
  }

  @Reads<PreInspection>('inspectedById')
  @FieldResolver(() => UserStub, { nullable: true, description: 'Who looked; null when not yours to see.' })
  @Permission('users:read')
  inspectedBy(@Root() inspection: Row<PreInspection>): UserStub | null {
    return inspection.inspectedById ? { id: inspection.inspectedById } : null;
  }
}

@Resolver(() => JobCard)
export class JobCardInspectionResolver {
  @Reads<JobCard>('id')
  @FieldResolver(() => PreInspection, {
    nullable: true,
    description: 'How the vehicle was before the work; null while nobody has looked.',
  })
  async preInspection(@Root() card: Row<JobCard>, @Ctx() context: Context): Promise<PreInspection | null> {
    const [inspection] = await context.childrenOf(preInspections, 'jobCardId', card.id, {
      by: ['createdAt'],
      descending: false,
    });
    return inspection ?? null;
  }
}
