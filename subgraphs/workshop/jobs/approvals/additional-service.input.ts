import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { MoneyInput } from '../../../../shared/money';
import { LabourInput, NOT_BLANK } from '../services/labour.input';
import { ApprovalDecision, ApprovalMeans } from './approval-means';

const MOST_LINES = 50;
const AMOUNT =
  'What the customer is asked to approve in all, with the parts that the work needs. Default: the sum of the lines.';

@InputType({ description: 'Work to propose to the customer.' })
export class ProposeAdditionalServiceInput {
  @Field(() => ID, { description: 'The job card.' })
  @IsUUID()
  jobCardId!: string;

  @Field({ description: 'What is proposed, in a few words.' })
  @Length(1, 200)
  @Matches(/\S/, NOT_BLANK)
  title!: string;

  @Field(() => String, { nullable: true, description: 'Why it is needed, for the customer to read.' })
  @IsOptional()
  @Length(1, 2000)
  @Matches(/\S/, NOT_BLANK)
  reason?: string | null;

  @Field(() => [LabourInput], { description: 'The pieces of work; approved, each becomes a service.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  lines!: LabourInput[];

  @Field(() => MoneyInput, { nullable: true, description: AMOUNT })
  amount?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({
  description:
    'Changes to a proposal that is not decided: what is left out stays, null clears. The customer is asked again.',
})
export class UpdateAdditionalServiceInput {
  @Field(() => String, { nullable: true, description: 'What is proposed, in a few words.' })
  @IsOptional()
  @Length(1, 200)
  @Matches(/\S/, NOT_BLANK)
  title?: string;

  @Field(() => String, { nullable: true, description: 'Why it is needed.' })
  @IsOptional()
  @Length(1, 2000)
  @Matches(/\S/, NOT_BLANK)
  reason?: string | null;

  @Field(() => [LabourInput], { nullable: true, description: 'All the pieces of work from now on.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  lines?: LabourInput[];

  @Field(() => MoneyInput, {
    nullable: true,
    description: `${AMOUNT} Left out, it stays, unless the lines change.`,
  })
  amount?: MoneyInput | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@ArgsType()
export class WithdrawAdditionalServiceArgs {
  @Field(() => ID, { description: 'The proposal.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'What the customer decides about a proposal, and on what they had before them.' })
export class DecideAdditionalServiceInput {
  @Field(() => ApprovalDecision, { description: 'Approved or declined.' })
  decision!: ApprovalDecision;

  @Field(() => Int, {
    description: 'The version that they saw; CONFLICT with what it is now when it was changed since.',
  })
  @IsInt()
  version!: number;

  @Field(() => MoneyInput, {
    description: 'The amount that they saw; CONFLICT with what it is now when it is another.',
  })
  amount!: MoneyInput;

  @Field(() => ApprovalMeans, {
    nullable: true,
    description:
      'For staff who record it: how the customer let them know. A link and an account speak for themselves.',
  })
  means?: ApprovalMeans | null;

  @Field(() => Date, {
    nullable: true,
    description: 'For staff who record it: when the customer decided. Default: now.',
  })
  decidedAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'For staff who record it: who decided, where it was not the customer themselves.',
  })
  @IsOptional()
  @Length(1, 120)
  @Matches(/\S/, NOT_BLANK)
  decidedByName?: string | null;

  @Field(() => String, { nullable: true, description: 'What is to be said about it.' })
  @IsOptional()
  @Length(1, 1000)
  @Matches(/\S/, NOT_BLANK)
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}
