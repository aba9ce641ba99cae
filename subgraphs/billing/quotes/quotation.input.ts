import { ArrayMaxSize, IsInt, IsOptional, IsUUID, Length, Matches, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { MoneyInput } from '../../../shared/money';
import { LocalDateScalar } from '../../../shared/scalars';
import { DocumentLineInput, PERCENT, PERCENT_MESSAGE } from '../documents/line.input';
import { MOST_LINES } from '../documents/line-facts';
import { QuotationStatus } from './quotation.lifecycle';

/** What both writing and changing a quotation can say. */
@InputType()
abstract class QuotationWords {
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

  @Field(() => ID, { nullable: true, description: 'The technician who looks after it, and so sees it.' })
  @IsOptional()
  @IsUUID()
  technicianId?: string | null;

  @Field(() => String, { nullable: true, description: 'What the quotation says below its lines.' })
  @IsOptional()
  @Length(1, 2000)
  notes?: string | null;
}

@InputType({ description: 'A quotation to write. It begins as a draft.' })
export class CreateQuotationInput extends QuotationWords {
  @Field(() => ID, { description: 'To whom it is offered.' })
  @IsUUID()
  customerId!: string;

  @Field(() => ID, { nullable: true, description: 'The vehicle it is about.' })
  @IsOptional()
  @IsUUID()
  vehicleId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The lead that it answers.' })
  @IsOptional()
  @IsUUID()
  leadId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The service centre that offers. Needed when you work in several.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The last day that it can be accepted. Default: by the billing settings.',
  })
  validUntil?: string | null;

  @Field(() => [DocumentLineInput], { defaultValue: [], description: 'What is offered; more can follow.' })
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  lines!: DocumentLineInput[];

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to a draft: what is left out stays, null clears.' })
export class UpdateQuotationInput extends QuotationWords {
  @Field(() => ID, { nullable: true, description: 'To whom it is offered.' })
  @IsOptional()
  @IsUUID()
  customerId?: string;

  @Field(() => ID, { nullable: true, description: 'The vehicle it is about.' })
  @IsOptional()
  @IsUUID()
  vehicleId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day that it can be accepted.' })
  validUntil?: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'Which quotations. Everything given must hold.' })
export class QuotationFilter {
  @Field(() => [QuotationStatus], { nullable: true, description: 'In one of these states.' })
  @IsOptional()
  @ArrayMaxSize(10)
  status?: QuotationStatus[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that nobody decided on in time, or only the others.',
  })
  expired?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'To this customer.' })
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

  @Field(() => ID, { nullable: true, description: 'That answer this lead.' })
  @IsOptional()
  @IsUUID()
  leadId?: string | null;

  @Field(() => String, { nullable: true, description: 'With this number, in any case.' })
  @IsOptional()
  @Length(1, 60)
  number?: string | null;

  @Field(() => Date, { nullable: true, description: 'Written at this instant or later.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Written before this instant.' })
  to?: Date | null;
}

export enum QuotationOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
  VALID_UNTIL = 'VALID_UNTIL',
}
registerEnumType(QuotationOrder, {
  name: 'QuotationOrder',
  description: 'In which order quotations come.',
  valuesConfig: {
    NEWEST: { description: 'Last written first.' },
    OLDEST: { description: 'First written first.' },
    VALID_UNTIL: { description: 'The earliest last day first.' },
  },
});
