import { Field, Float, Int, ObjectType } from 'type-graphql';
import { ComplaintCategory, ComplaintPriority } from './care.enums';
import { ComplaintStatus } from './complaint.lifecycle';

@ObjectType({ description: 'How many complaints are in a state.' })
export class ComplaintsByStatus {
  @Field(() => ComplaintStatus, { description: 'The state.' })
  status!: ComplaintStatus;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'How many complaints are about something.' })
export class ComplaintsByCategory {
  @Field(() => ComplaintCategory, { description: 'What they are about.' })
  category!: ComplaintCategory;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'How many complaints are so urgent.' })
export class ComplaintsByPriority {
  @Field(() => ComplaintPriority, { description: 'How urgent.' })
  priority!: ComplaintPriority;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'Complaints in figures: those that you may see, registered in a span of time.' })
export class ComplaintAnalytics {
  @Field(() => Int, { description: 'How many there are in all.' })
  total!: number;

  @Field(() => Int, { description: 'How many have no approved resolution yet.' })
  open!: number;

  @Field(() => Int, { description: 'How many of the open ones should be resolved by now.' })
  overdue!: number;

  @Field(() => Int, { description: 'How many have an approved resolution.' })
  resolved!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Whole minutes from registration to the approved resolution, on average; null without any.',
  })
  meanMinutesToResolve!: number | null;

  @Field(() => Int, { description: 'How many customers said how they take the resolution.' })
  rated!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'How customers take the resolution, from 1 to 5, on average to two decimals; null without any.',
  })
  meanSatisfaction!: number | null;

  @Field(() => [ComplaintsByStatus], { description: 'For each state, in the order of their life.' })
  byStatus!: ComplaintsByStatus[];

  @Field(() => [ComplaintsByCategory], { description: 'For each category.' })
  byCategory!: ComplaintsByCategory[];

  @Field(() => [ComplaintsByPriority], { description: 'For each priority.' })
  byPriority!: ComplaintsByPriority[];
}
