import { IsInt, IsOptional, IsUUID, Length, Matches } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { MoneyInput } from '../../../../shared/money';
import { HOURS, HOURS_MESSAGE, LabourInput, NOT_BLANK, QUANTITY, QUANTITY_MESSAGE } from './labour.input';
import { LabourPricing } from './labour-pricing';

const VERSION = {
  nullable: true,
  description: 'The version of the service that you saw; CONFLICT when it is another by now.',
} as const;

@InputType({ description: 'A piece of work for a job.' })
export class AddJobServiceInput extends LabourInput {
  @Field(() => ID, { description: 'The job card.' })
  @IsUUID()
  jobCardId!: string;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to a service of a job: what is left out stays, null clears.' })
export class UpdateJobServiceInput {
  @Field(() => String, { nullable: true, description: 'What it is called.' })
  @IsOptional()
  @Length(1, 200)
  @Matches(/\S/, NOT_BLANK)
  name?: string;

  @Field(() => String, { nullable: true, description: 'What is done.' })
  @IsOptional()
  @Length(1, 2000)
  @Matches(/\S/, NOT_BLANK)
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'How many times, as a decimal.' })
  @IsOptional()
  @Matches(QUANTITY, QUANTITY_MESSAGE)
  quantity?: string;

  @Field(() => String, { nullable: true, description: 'Hours of labour that each takes, as a decimal.' })
  @IsOptional()
  @Matches(HOURS, HOURS_MESSAGE)
  labourHours?: string | null;

  @Field(() => LabourPricing, { nullable: true, description: 'What the unit price is the price of.' })
  pricing?: LabourPricing;

  @Field(() => MoneyInput, { nullable: true, description: 'Price of one, or of an hour.' })
  unitPrice?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'Category of tax.' })
  @IsOptional()
  @Length(1, 40)
  @Matches(/\S/, NOT_BLANK)
  taxCategory?: string | null;

  @Field(() => Int, VERSION)
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@ArgsType()
export class JobServiceArgs {
  @Field(() => ID, { description: 'The service.' })
  id!: string;

  @Field(() => Int, VERSION)
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@ArgsType()
export class SkipJobServiceArgs extends JobServiceArgs {
  @Field({ description: 'Why it is not done.' })
  @Length(1, 1000)
  @Matches(/\S/, NOT_BLANK)
  reason!: string;
}
