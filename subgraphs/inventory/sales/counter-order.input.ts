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

/** As many as one invoice can have. */
const MOST_LINES = 200;
const NOT_BLANK = { message: 'this cannot be blank' };
const PERCENT = /^(100(\.0{1,4})?|\d{1,2}(\.\d{1,4})?)$/;
const LINES = `What is sold, at most ${MOST_LINES} lines; a part may stand on several.`;

@InputType({ description: 'A part to sell over the counter.' })
export class CounterOrderLineInput {
  @Field(() => ID, { description: 'The part.' })
  @IsUUID()
  partId!: string;

  @Field({ description: 'How much, as a decimal: more than nothing, and no finer than the part’s unit.' })
  @MaxLength(20)
  quantity!: string;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'Price of one, in the organisation’s currency. Default: the part’s.',
  })
  @IsOptional()
  @ValidateNested()
  unitPrice?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'Per cent to take off; not beside `discount`.' })
  @IsOptional()
  @Matches(PERCENT, { message: 'a percentage is a decimal from 0 to 100, with four decimals at most' })
  discountPercent?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'Amount to take off the whole line.' })
  @IsOptional()
  @ValidateNested()
  discount?: MoneyInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'Category of tax, such as `S`. Default: the part’s.',
  })
  @IsOptional()
  @Length(1, 40)
  @Matches(/\S/, NOT_BLANK)
  taxCategory?: string | null;
}

@InputType()
abstract class CounterOrderFields {
  @Field(() => ID, { nullable: true, description: 'Who buys; null for somebody who walked in.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => String, { nullable: true, description: 'What is to be known about it.' })
  @IsOptional()
  @MaxLength(2000)
  notes?: string | null;
}

@InputType({
  description: 'An order over the counter to take down. Nothing is reserved before it is processed.',
})
export class CreateCounterOrderInput extends CounterOrderFields {
  @Field(() => ID, {
    nullable: true,
    description: 'The service centre that sells. Needed when you work in several.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'From where: a place of the service centre, or a central warehouse. Default: the centre’s store.',
  })
  @IsOptional()
  @IsUUID()
  locationId?: string | null;

  @Field(() => [CounterOrderLineInput], { description: LINES })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  lines!: CounterOrderLineInput[];

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to an order over the counter: what is left out stays, null clears.' })
export class UpdateCounterOrderInput extends CounterOrderFields {
  @Field(() => ID, {
    nullable: true,
    description: 'From where. Only while the order is PENDING.',
  })
  @IsOptional()
  @IsUUID()
  locationId?: string;

  @Field(() => [CounterOrderLineInput], {
    nullable: true,
    description: `All that is sold from now on. Only while the order is PENDING. ${LINES}`,
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  lines?: CounterOrderLineInput[];

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}
