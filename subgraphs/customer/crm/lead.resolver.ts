import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Money } from '../../../shared/money';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { ServiceCentre } from '../identity/service-centre.entity';
import { serviceCentres } from '../identity/service-centre.loader';
import { User } from '../identity/user.entity';
import { users } from '../identity/user.loader';
import { assignLead, markLeadLost, updateLead } from './change-lead';
import { convertLead } from './convert-lead';
import { createLead } from './create-lead';
import { Customer } from './customer.entity';
import { customers } from './customer.loader';
import { Lead } from './lead.entity';
import {
  ConvertLeadInput,
  CreateLeadInput,
  LeadFilter,
  LeadOrder,
  MarkLeadLostInput,
  UpdateLeadInput,
} from './lead.input';
import { leads } from './lead.loader';
import { listLeads } from './list-leads';

const LeadConnection = connectionOf(Lead, 'Lead');
const ID_OF_LEAD = { description: 'The lead.' };

@Resolver(() => Lead)
export class LeadResolver {
  @Query(() => Lead, { nullable: true, description: 'One lead; null when there is none that you may see.' })
  @Permission('leads:read')
  lead(@Arg('id', () => ID, ID_OF_LEAD) id: string, @Ctx() context: Context): Promise<Lead | null> {
    return context.load(leads, id);
  }

  @Query(() => LeadConnection, { description: 'The leads of your service centres.' })
  @Permission('leads:read')
  leads(
    @Arg('filter', () => LeadFilter, { defaultValue: {}, description: 'Which of them.' }) filter: LeadFilter,
    @Arg('orderBy', () => LeadOrder, { defaultValue: LeadOrder.NEWEST, description: 'In which order.' })
    orderBy: LeadOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Lead>> {
    return listLeads(context, filter, orderBy, page);
  }

  @Mutation(() => Lead, { description: 'Takes a lead in and gives it its number.' })
  @Permission('leads:create')
  createLead(
    @Arg('input', { description: 'Who, and what they are interested in.' }) input: CreateLeadInput,
    @Ctx() context: Context,
  ): Promise<Lead> {
    return createLead(context, input);
  }

  @Mutation(() => Lead, { description: 'Changes a lead that is neither converted nor lost.' })
  @Permission('leads:update')
  updateLead(
    @Arg('id', () => ID, ID_OF_LEAD) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateLeadInput,
    @Ctx() context: Context,
  ): Promise<Lead> {
    return updateLead(context, id, input);
  }

  @Mutation(() => Lead, { description: 'Gives a lead to a user of its service centre.' })
  @Permission('leads:update')
  assignLead(
    @Arg('id', () => ID, ID_OF_LEAD) id: string,
    @Arg('assigneeId', () => ID, { description: 'Who is to work on it.' }) assigneeId: string,
    @Arg('expectedVersion', () => Int, {
      nullable: true,
      description: 'The version you saw; CONFLICT when it is another by now.',
    })
    expectedVersion: number | null,
    @Ctx() context: Context,
  ): Promise<Lead> {
    return assignLead(context, id, assigneeId, expectedVersion);
  }

  @Mutation(() => Lead, {
    description:
      'Makes a qualified lead a customer, or notes which customer it is, once; again, the answer is the same. ' +
      'Making a customer also needs `customers:create`.',
  })
  @Permission('leads:update')
  convertLead(
    @Arg('id', () => ID, ID_OF_LEAD) id: string,
    @Arg('input', () => ConvertLeadInput, { defaultValue: {}, description: 'What it becomes.' })
    input: ConvertLeadInput,
    @Ctx() context: Context,
  ): Promise<Lead> {
    return convertLead(context, id, input);
  }

  @Mutation(() => Lead, { description: 'Notes that nothing came of a lead, and why.' })
  @Permission('leads:update')
  markLeadLost(
    @Arg('id', () => ID, ID_OF_LEAD) id: string,
    @Arg('input', { description: 'Why.' }) input: MarkLeadLostInput,
    @Ctx() context: Context,
  ): Promise<Lead> {
    return markLeadLost(context, id, input);
  }

  @Reads<Lead>('firstName', 'lastName', 'company')
  @FieldResolver(() => String, {
    description: 'What to call them: the person’s name, or else the company’s.',
  })
  displayName(@Root() { firstName, lastName, company }: Row<Lead>): string {
    return `${firstName} ${lastName}`.trim() || (company ?? '');
  }

  @Reads<Lead>('estimatedValueMinor', 'estimatedValueCurrency')
  @FieldResolver(() => Money, { nullable: true, description: 'What it may be worth; null if unknown.' })
  estimatedValue(@Root() lead: Row<Lead>): Money | null {
    return Money.ofColumns(lead.estimatedValueMinor, lead.estimatedValueCurrency);
  }

  @Reads<Lead>('serviceCentreId')
  @FieldResolver(() => ServiceCentre, { nullable: true, description: 'Where it is worked on.' })
  @Permission('serviceCentres:read')
  serviceCentre(@Root() lead: Row<Lead>, @Ctx() context: Context): Promise<ServiceCentre | null> {
    return context.load(serviceCentres, lead.serviceCentreId);
  }

  @Reads<Lead>('assigneeId')
  @FieldResolver(() => User, {
    nullable: true,
    description: 'Who works on it; null while nobody does, or when not yours to see.',
  })
  @Permission('users:read')
  assignee(@Root() lead: Row<Lead>, @Ctx() context: Context): Promise<User | null> | null {
    return lead.assigneeId ? context.load(users, lead.assigneeId) : null;
  }

  @Reads<Lead>('customerId')
  @FieldResolver(() => Customer, {
    nullable: true,
    description: 'The customer that they have become; null before, or when not yours to see.',
  })
  @Permission('customers:read')
  customer(@Root() lead: Row<Lead>, @Ctx() context: Context): Promise<Customer | null> | null {
    return lead.customerId ? context.load(customers, lead.customerId) : null;
  }
}
