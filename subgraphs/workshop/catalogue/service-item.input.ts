import {
  ArrayMaxSize,
  ArrayUnique,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { MoneyInput } from '../../../shared/money';

const NOT_BLANK = { message: 'this cannot be blank' };
const CODE = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,29}$/;
const CODE_MESSAGE = { message: 'a code has 1 to 30 letters, digits, dots, dashes, underscores and slashes' };
export const LONGEST_LABOUR_MINUTES = 14 * 24 * 60;

@InputType()
abstract class ServiceItemFields {
  @Field(() => String, { nullable: true, description: 'What is done.' })
  @IsOptional()
  @MaxLength(2000)
  description?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'Its price; without one it is by effort.' })
  price?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'Category of tax.' })
  @IsOptional()
  @Length(1, 40)
  @Matches(/\S/, NOT_BLANK)
  taxCategory?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'The service centres that offer it; empty for all of them. Without a word it is for those that you work in.',
  })
  @IsOptional()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  serviceCentreIds?: string[] | null;
}

@InputType({ description: 'Something to offer.' })
export class CreateServiceItemInput extends ServiceItemFields {
  @Field({ description: 'Short code, unique in the organisation; kept in capitals.' })
  @Matches(CODE, CODE_MESSAGE)
  code!: string;

  @Field({ description: 'Name as customers read it.' })
  @Length(1, 120)
  @Matches(/\S/, NOT_BLANK)
  name!: string;

  @Field(() => Int, { description: 'Minutes of work that it takes.' })
  @IsInt()
  @Min(1)
  @Max(LONGEST_LABOUR_MINUTES)
  labourMinutes!: number;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to what is offered: what is left out stays, null clears.' })
export class UpdateServiceItemInput extends ServiceItemFields {
  @Field(() => String, { nullable: true, description: 'Short code, unique in the organisation.' })
  @IsOptional()
  @Matches(CODE, CODE_MESSAGE)
  code?: string;

  @Field(() => String, { nullable: true, description: 'Name as customers read it.' })
  @IsOptional()
  @Length(1, 120)
  @Matches(/\S/, NOT_BLANK)
  name?: string;

  @Field(() => Int, { nullable: true, description: 'Minutes of work that it takes.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LONGEST_LABOUR_MINUTES)
  labourMinutes?: number;

  @Field(() => Boolean, { nullable: true, description: 'False takes it out of what is offered.' })
  active?: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'Which service items. Everything given must hold.' })
export class ServiceItemFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only what is offered, or only what is not any more.',
  })
  active?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Offered in this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => String, { nullable: true, description: 'Any part of code or name.' })
  @IsOptional()
  @Length(2, 60)
  search?: string | null;
}
