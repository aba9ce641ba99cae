import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import {
  approveResolution,
  assignComplaint,
  closeComplaint,
  escalateComplaint,
  investigateComplaint,
  proposeResolution,
  rejectResolution,
  updateComplaint,
} from './change-complaint';
import { Complaint } from './complaint.entity';
import {
  AssignComplaintArgs,
  CloseComplaintArgs,
  ComplaintAnalyticsArgs,
  ComplaintArgs,
  ComplaintFilter,
  ComplaintOrder,
  CreateComplaintInput,
  ProposeResolutionArgs,
  ReasonArgs,
  UpdateComplaintInput,
} from './complaint.input';
import { complaints } from './complaint.loader';
import { complaintAnalytics } from './complaint-analytics';
import { ComplaintAnalytics } from './complaint-analytics.type';
import { createComplaint } from './create-complaint';
import { listComplaints } from './list-complaints';

const ComplaintConnection = connectionOf(Complaint, 'Complaint');
const ID_OF_COMPLAINT = { description: 'The complaint.' };

@Resolver(() => Complaint)
export class ComplaintResolver {
  @Query(() => Complaint, {
    nullable: true,
    description: 'One complaint; null when there is none that you may see.',
  })
  @Permission('complaints:read')
  complaint(
    @Arg('id', () => ID, ID_OF_COMPLAINT) id: string,
    @Ctx() context: Context,
  ): Promise<Complaint | null> {
    return context.load(complaints, id);
  }

  @Query(() => ComplaintConnection, {
    description: 'The complaints that you may see: of your service centres, assigned to you, or your own.',
  })
  @Permission('complaints:read')
  complaints(
    @Arg('filter', () => ComplaintFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: ComplaintFilter,
    @Arg('orderBy', () => ComplaintOrder, {
      defaultValue: ComplaintOrder.NEWEST,
      description: 'In which order.',
    })
    orderBy: ComplaintOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Complaint>> {
    return listComplaints(context, filter, orderBy, page);
  }

  @Query(() => ComplaintAnalytics, { description: 'Complaints in figures, of those that you may see.' })
  @Permission('complaints:read')
  complaintAnalytics(
    @Args() args: ComplaintAnalyticsArgs,
    @Ctx() context: Context,
  ): Promise<ComplaintAnalytics> {
    return complaintAnalytics(context, args);
  }

  @Mutation(() => Complaint, { description: 'Registers a complaint and gives it its number.' })
  @Permission('complaints:create')
  createComplaint(
    @Arg('input', { description: 'Who complains about what.' }) input: CreateComplaintInput,
    @Ctx() context: Context,
  ): Promise<Complaint> {
    return createComplaint(context, input);
  }

  @Mutation(() => Complaint, { description: 'Changes a complaint that is not closed.' })
  @Permission('complaints:update')
  updateComplaint(
    @Arg('id', () => ID, ID_OF_COMPLAINT) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateComplaintInput,
    @Ctx() context: Context,
  ): Promise<Complaint> {
    return updateComplaint(context, id, input);
  }

  @Mutation(() => Complaint, {
    description: 'Gives an open complaint to a user of its service centre, or to another one.',
  })
  @Permission('complaints:update')
  assignComplaint(@Args() args: AssignComplaintArgs, @Ctx() context: Context): Promise<Complaint> {
    return assignComplaint(context, args);
  }

  @Mutation(() => Complaint, { description: 'Begins to find out what happened. From `ASSIGNED`.' })
  @Permission('complaints:update')
  investigateComplaint(@Args() args: ComplaintArgs, @Ctx() context: Context): Promise<Complaint> {
    return investigateComplaint(context, args);
  }

  @Mutation(() => Complaint, { description: 'Proposes a resolution, to be approved. From `INVESTIGATING`.' })
  @Permission('complaints:update')
  proposeComplaintResolution(
    @Args() args: ProposeResolutionArgs,
    @Ctx() context: Context,
  ): Promise<Complaint> {
    return proposeResolution(context, args);
  }

  @Mutation(() => Complaint, { description: 'Approves the proposed resolution: the complaint is resolved.' })
  @Permission('complaints:approve')
  approveComplaintResolution(@Args() args: ComplaintArgs, @Ctx() context: Context): Promise<Complaint> {
    return approveResolution(context, args);
  }

  @Mutation(() => Complaint, {
    description: 'Rejects the proposed resolution: the complaint is investigated further.',
  })
  @Permission('complaints:approve')
  rejectComplaintResolution(@Args() args: ReasonArgs, @Ctx() context: Context): Promise<Complaint> {
    return rejectResolution(context, args);
  }

  @Mutation(() => Complaint, {
    description: 'Asks for somebody with more say. From every state in which it is not resolved.',
  })
  @Permission('complaints:update')
  escalateComplaint(@Args() args: ReasonArgs, @Ctx() context: Context): Promise<Complaint> {
    return escalateComplaint(context, args);
  }

  @Mutation(() => Complaint, { description: 'Closes a resolved complaint, with how the customer takes it.' })
  @Permission('complaints:update')
  closeComplaint(@Args() args: CloseComplaintArgs, @Ctx() context: Context): Promise<Complaint> {
    return closeComplaint(context, args);
  }
}
