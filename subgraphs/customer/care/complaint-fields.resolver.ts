import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Identity, reachOf } from '../../../shared/access/identity';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Context } from '../../../shared/subgraph/context';
import { Customer } from '../crm/customer.entity';
import { customers } from '../crm/customer.loader';
import { ServiceCentre } from '../identity/service-centre.entity';
import { serviceCentres } from '../identity/service-centre.loader';
import { User } from '../identity/user.entity';
import { users } from '../identity/user.loader';
import { JobCardStub } from '../stubs/job-card.stub';
import { Complaint } from './complaint.entity';
import { OPEN_COMPLAINTS } from './complaint.lifecycle';
import { complaintSteps } from './complaint.loader';
import { ComplaintStatusChange } from './complaint-status-change.entity';
import { Feedback } from './feedback.entity';
import { feedbackEntries } from './feedback.loader';

/** What the shop says among itself is not for the customer. */
const isCustomer = (identity: Identity): boolean =>
  identity.customerId !== null && reachOf(identity, 'complaints:read') === 'own';

const userOrNull = (context: Context, id: string | null): Promise<User | null> | null =>
  id ? context.load(users, id) : null;

@Resolver(() => Complaint)
export class ComplaintFieldsResolver {
  @Reads<Complaint>('status', 'dueAt')
  @FieldResolver(() => Boolean, { description: 'Whether it should be resolved by now and is not.' })
  overdue(@Root() { status, dueAt }: Row<Complaint>, @Ctx() { kernel }: Context): boolean {
    return OPEN_COMPLAINTS.includes(status) && dueAt < kernel.clock.now();
  }

  @Reads<Complaint>('resolution', 'resolvedAt')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What is proposed, or was approved. Customers see it once it is approved.',
  })
  resolution(@Root() complaint: Row<Complaint>, @Ctx() { identity }: Context): string | null {
    return isCustomer(identity) && !complaint.resolvedAt ? null : complaint.resolution;
  }

  @Reads<Complaint>('id')
  @FieldResolver(() => [ComplaintStatusChange], { description: 'Its life so far, the latest step first.' })
  statusHistory(
    @Root() complaint: Row<Complaint>,
    @Ctx() context: Context,
  ): Promise<ComplaintStatusChange[]> {
    const order = { by: ['createdAt' as const], descending: true };
    return context.childrenOf(complaintSteps, 'complaintId', complaint.id, order);
  }

  @Reads<Complaint>('customerId')
  @FieldResolver(() => Customer, {
    nullable: true,
    description: 'Who complains; null when not yours to see.',
  })
  @Permission('customers:read')
  customer(@Root() complaint: Row<Complaint>, @Ctx() context: Context): Promise<Customer | null> {
    return context.load(customers, complaint.customerId);
  }

  @Reads<Complaint>('serviceCentreId')
  @FieldResolver(() => ServiceCentre, { nullable: true, description: 'The service centre that it is about.' })
  @Permission('serviceCentres:read')
  serviceCentre(@Root() complaint: Row<Complaint>, @Ctx() context: Context): Promise<ServiceCentre | null> {
    return context.load(serviceCentres, complaint.serviceCentreId);
  }

  @Reads<Complaint>('jobCardId')
  @FieldResolver(() => JobCardStub, {
    nullable: true,
    description: 'The job that it is about; null for another matter, or when not yours to see.',
  })
  @Permission('jobs:read')
  jobCard(@Root() { jobCardId }: Row<Complaint>): JobCardStub | null {
    return jobCardId ? { id: jobCardId } : null;
  }

  @Reads<Complaint>('feedbackId')
  @FieldResolver(() => Feedback, {
    nullable: true,
    description: 'The feedback that opened it; null for others, or when not yours to see.',
  })
  @Permission('feedback:read')
  feedback(@Root() { feedbackId }: Row<Complaint>, @Ctx() context: Context): Promise<Feedback | null> | null {
    return feedbackId ? context.load(feedbackEntries, feedbackId) : null;
  }

  @Reads<Complaint>('assigneeId')
  @FieldResolver(() => User, {
    nullable: true,
    description: 'Who looks after it; null while nobody does, or when not yours to see.',
  })
  @Permission('users:read')
  assignee(@Root() { assigneeId }: Row<Complaint>, @Ctx() context: Context): Promise<User | null> | null {
    return userOrNull(context, assigneeId);
  }

  @Reads<Complaint>('resolvedById')
  @FieldResolver(() => User, {
    nullable: true,
    description: 'Who approved the resolution; null before, or when not yours to see.',
  })
  @Permission('users:read')
  resolvedBy(@Root() { resolvedById }: Row<Complaint>, @Ctx() context: Context): Promise<User | null> | null {
    return userOrNull(context, resolvedById);
  }
}

@Resolver(() => ComplaintStatusChange)
export class ComplaintStatusChangeResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why, where somebody said. Null for customers, who do not see it.',
  })
  reason(@Root() step: Row<ComplaintStatusChange>, @Ctx() { identity }: Context): string | null {
    return isCustomer(identity) ? null : step.reason;
  }

  @FieldResolver(() => User, {
    nullable: true,
    description: 'Who did it; null when the program or the customer did, or when not yours to see.',
  })
  @Permission('users:read')
  changedBy(
    @Root() { changedById }: Row<ComplaintStatusChange>,
    @Ctx() context: Context,
  ): Promise<User | null> | null {
    return userOrNull(context, changedById);
  }
}
