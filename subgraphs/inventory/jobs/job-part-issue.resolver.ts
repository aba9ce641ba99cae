import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Money } from '../../../shared/money';
import { costFor, costOfColumns } from '../stock/cost';
import { UserStub } from '../stubs/user.stub';
import { JobPartIssue } from './job-part-issue.entity';

@Resolver(() => JobPartIssue)
export class JobPartIssueResolver {
  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What one of it cost the shop, rounded; null while nobody had said what any cost.',
  })
  @Permission('stock:cost')
  unitCost(@Root() issue: Row<JobPartIssue>): Money | null {
    const cost = costOfColumns(issue.unitCost, issue.costCurrency);
    return cost && costFor(cost);
  }

  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who handed it out; null when the program did, or when not yours to see.',
  })
  @Permission('users:read')
  issuedBy(@Root() issue: Row<JobPartIssue>): UserStub | null {
    return issue.issuedById ? { id: issue.issuedById } : null;
  }
}
