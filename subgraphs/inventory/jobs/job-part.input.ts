import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { MoneyInput } from '../../../shared/money';

const MOST_LINES = 50;

@InputType()
abstract class OnJob {
  @Field(() => ID, { description: 'The job card.' })
  @IsUUID()
  jobCardId!: string;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'A part that a job needs.' })
export class JobPartNeedInput {
  @Field(() => ID, { description: 'The part.' })
  @IsUUID()
  partId!: string;

  @Field({ description: 'How much, as a decimal: more than nothing, and no finer than the part’s unit.' })
  @MaxLength(20)
  quantity!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'From where: a place of the job’s service centre, or a central warehouse. Default: the centre’s store.',
  })
  @IsOptional()
  @IsUUID()
  locationId?: string | null;
}

@InputType({ description: 'Parts that a job needs.' })
export class RequestJobPartsInput extends OnJob {
  @Field(() => [JobPartNeedInput], { description: 'Each becomes a line of its own.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  lines!: JobPartNeedInput[];
}

@InputType({ description: 'So much of a part of a job.' })
export class JobPartQuantityInput {
  @Field(() => ID, { description: 'The part of the job.' })
  @IsUUID()
  id!: string;

  @Field(() => String, { nullable: true, description: 'How much, as a decimal. Default: all that there is.' })
  @IsOptional()
  @MaxLength(20)
  quantity?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'So much of a part of a job, to be handed out.' })
export class JobPartIssueInput extends JobPartQuantityInput {
  @Field(() => MoneyInput, {
    nullable: true,
    description:
      'What the customer pays for one, instead of the part’s price and with or without tax as that: for all of the line. ' +
      'Needs `jobParts:price`.',
  })
  unitPrice?: MoneyInput | null;
}

@InputType({ description: 'Parts that are handed out for a job.' })
export class IssueJobPartsInput extends OnJob {
  @Field(() => [JobPartIssueInput], { description: 'Which, each once.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  lines!: JobPartIssueInput[];
}

@InputType({ description: 'Parts that come back from a job.' })
export class ReturnJobPartsInput extends OnJob {
  @Field(() => [JobPartQuantityInput], { description: 'Which, each once.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  lines!: JobPartQuantityInput[];

  @Field(() => String, { nullable: true, description: 'Why; it stands in the ledger.' })
  @IsOptional()
  @Length(1, 500)
  @Matches(/\S/, { message: 'this cannot be blank' })
  reason?: string | null;
}

@InputType({ description: 'Parts that a job does not need any more.' })
export class CancelJobPartsInput extends OnJob {
  @Field(() => [JobPartQuantityInput], { description: 'Which, each once.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  lines!: JobPartQuantityInput[];
}
