import { IsInt, IsOptional, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { ComplaintCategory, ComplaintPriority } from './care.enums';
import { ComplaintStatus } from './complaint.lifecycle';

const NOT_BLANK = { message: 'this cannot be blank' };
const VERSION = {
  nullable: true,
  description: 'The version you saw; CONFLICT when it is another by now.',
} as const;

@InputType({ description: 'A complaint to register.' })
export class CreateComplaintInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Who complains. Left out by customers, and where the job says it.',
  })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The job that it is about; null for another matter.' })
  @IsOptional()
  @IsUUID()
  jobCardId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The service centre that it is about; needed where neither the job nor your place of work says it.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ComplaintCategory, { description: 'What it is about.' })
  category!: ComplaintCategory;

  @Field({ description: 'What is wrong.' })
  @Length(1, 4000)
  @Matches(/\S/, NOT_BLANK)
  description!: string;

  @Field(() => ComplaintPriority, {
    nullable: true,
    description: 'How urgent it is; `MEDIUM` unless staff say otherwise.',
  })
  priority?: ComplaintPriority | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to a complaint: what is left out stays.' })
export class UpdateComplaintInput {
  @Field(() => ComplaintCategory, { nullable: true, description: 'What it is about.' })
  category?: ComplaintCategory;

  @Field(() => ComplaintPriority, { nullable: true, description: 'How urgent it is.' })
  priority?: ComplaintPriority;

  @Field(() => String, { nullable: true, description: 'What is wrong.' })
  @IsOptional()
  @Length(1, 4000)
  @Matches(/\S/, NOT_BLANK)
  description?: string;

  @Field(() => Date, {
    nullable: true,
    description: 'By when it is to be resolved; another priority alone does not change it.',
  })
  dueAt?: Date;

  @Field(() => Int, VERSION)
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@ArgsType()
export class ComplaintArgs {
  @Field(() => ID, { description: 'The complaint.' })
  id!: string;

  @Field(() => Int, VERSION)
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@ArgsType()
export class AssignComplaintArgs extends ComplaintArgs {
  @Field(() => ID, { description: 'Who is to look after it: a user of its service centre.' })
  assigneeId!: string;
}

@ArgsType()
export class ProposeResolutionArgs extends ComplaintArgs {
  @Field({ description: 'What is offered to the customer.' })
  @Length(1, 4000)
  @Matches(/\S/, NOT_BLANK)
  resolution!: string;
}

@ArgsType()
export class ReasonArgs extends ComplaintArgs {
  @Field({ description: 'Why; it stays in the history.' })
  @Length(1, 1000)
  @Matches(/\S/, NOT_BLANK)
  reason!: string;
}

@ArgsType()
export class CloseComplaintArgs extends ComplaintArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'How the customer takes the resolution, from 1 to 5; left out where nobody asked.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  customerSatisfaction?: number | null;
}

@InputType({ description: 'Which complaints. Everything given must hold.' })
export class ComplaintFilter {
  @Field(() => [ComplaintStatus], { nullable: true, description: 'In one of these states.' })
  status?: ComplaintStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'About this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this customer.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Looked after by this user.' })
  @IsOptional()
  @IsUUID()
  assigneeId?: string | null;

  @Field(() => ComplaintCategory, { nullable: true, description: 'About this.' })
  category?: ComplaintCategory | null;

  @Field(() => ComplaintPriority, { nullable: true, description: 'As urgent as this.' })
  priority?: ComplaintPriority | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those that should be resolved by now and are not; false: only the others.',
  })
  overdue?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its number: `CMP-000123`, or `123` for short. Each service centre counts its own.',
  })
  @IsOptional()
  @Matches(/^(CMP-?)?\d{1,12}$/i, { message: 'a complaint’s number looks like CMP-000123' })
  search?: string | null;
}

/** Which complaints are counted. */
@ArgsType()
export class ComplaintAnalyticsArgs {
  @Field(() => Date, { nullable: true, description: 'Registered at this instant or later.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Registered before this instant.' })
  to?: Date | null;

  @Field(() => ID, { nullable: true, description: 'About this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;
}

export enum ComplaintOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
  DUE = 'DUE',
}
registerEnumType(ComplaintOrder, {
  name: 'ComplaintOrder',
  description: 'In which order complaints come.',
  valuesConfig: {
    NEWEST: { description: 'Last registered first.' },
    OLDEST: { description: 'First registered first.' },
    DUE: { description: 'What is to be resolved first comes first.' },
  },
});
