import {
  ArrayMaxSize,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { MoneyInput } from '../../../shared/money';
import { DocumentLineInput, PERCENT, PERCENT_MESSAGE } from '../documents/line.input';
import { MOST_LINES } from '../documents/line-facts';

/** What both writing and changing an invoice can say. */
@InputType()
abstract class InvoiceWords {
  @Field(() => String, {
    nullable: true,
    description: 'Per cent to take off the whole; not beside `discount`.',
  })
  @IsOptional()
  @Matches(PERCENT, PERCENT_MESSAGE)
  discountPercent?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'Amount to take off the whole; it is spread over the lines, and so over their taxes.',
  })
  @IsOptional()
  @ValidateNested()
  discount?: MoneyInput | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days from issue until it is due. Default: those of the billing settings.',
  })
  @IsOptional()
  @Min(0)
  @Max(365)
  paymentTermsDays?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The customer’s own reference, such as an order number.',
  })
  @IsOptional()
  @Length(1, 100)
  reference?: string | null;

  @Field(() => String, { nullable: true, description: 'What the invoice says below its lines.' })
  @IsOptional()
  @Length(1, 2000)
  notes?: string | null;
}

@InputType({ description: 'An invoice to write by hand. It begins as a draft.' })
export class CreateInvoiceInput extends InvoiceWords {
  @Field(() => ID, { description: 'Who is billed.' })
  @IsUUID()
  customerId!: string;

  @Field(() => ID, { nullable: true, description: 'The vehicle it is about.' })
  @IsOptional()
  @IsUUID()
  vehicleId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The service centre that bills. Needed when you work in several.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => [DocumentLineInput], { defaultValue: [], description: 'What is charged; more can follow.' })
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  lines!: DocumentLineInput[];

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to a draft: what is left out stays, null clears.' })
export class UpdateInvoiceInput extends InvoiceWords {
  @Field(() => ID, { nullable: true, description: 'Who is billed.' })
  @IsOptional()
  @IsUUID()
  customerId?: string;

  @Field(() => ID, { nullable: true, description: 'The vehicle it is about.' })
  @IsOptional()
  @IsUUID()
  vehicleId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}
