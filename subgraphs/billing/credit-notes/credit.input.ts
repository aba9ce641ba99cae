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
import { Field, ID, InputType, Int } from 'type-graphql';
import { MoneyInput } from '../../../shared/money';
import { LocalDateScalar } from '../../../shared/scalars';
import { QUANTITY, QUANTITY_MESSAGE } from '../documents/line.input';
import { MOST_LINES } from '../documents/line-facts';

@InputType({
  description: 'What of a line is taken back: so many, or an amount; neither for all that is left of it.',
})
export class CreditLineInput {
  @Field(() => ID, { description: 'The line of the invoice.' })
  @IsUUID()
  invoiceLineId!: string;

  @Field(() => String, { nullable: true, description: 'How many; not beside `amount`.' })
  @IsOptional()
  @Matches(QUANTITY, QUANTITY_MESSAGE)
  quantity?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'An amount, with or without tax as the invoice’s prices are.',
  })
  @IsOptional()
  @ValidateNested()
  amount?: MoneyInput | null;
}

@InputType({ description: 'A credit note to issue for an invoice.' })
export class CreditInvoiceInput {
  @Field({ description: 'Why, as the customer reads it.' })
  @Length(1, 1000)
  @Matches(/\S/, { message: 'this cannot be blank' })
  reason!: string;

  @Field(() => [CreditLineInput], {
    nullable: true,
    description: 'What is taken back. Default: all that is left of the invoice.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  lines?: CreditLineInput[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the invoice that you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which credit notes. Everything given must hold.' })
export class CreditNoteFilter {
  @Field(() => ID, { nullable: true, description: 'For this invoice.' })
  @IsOptional()
  @IsUUID()
  invoiceId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this customer.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'About this vehicle.' })
  @IsOptional()
  @IsUUID()
  vehicleId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => String, { nullable: true, description: 'With this number, in any case.' })
  @IsOptional()
  @Length(1, 60)
  number?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Issued on this day or later.' })
  issuedFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Issued on this day or earlier.' })
  issuedTo?: string | null;
}
