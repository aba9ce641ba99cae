import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { MoneyInput } from '../../../shared/money';
import { PaymentState } from './payment.lifecycle';
import { PaymentMethod } from './payment-method';
import { PaymentProvider } from './stripe/payment-provider';

const NOT_BLANK = { message: 'this cannot be blank' };
/** Each of them is a row that is locked. */
export const MOST_INVOICES = 50;

@InputType({ description: 'An invoice that a payment is for.' })
export class InvoiceShareInput {
  @Field(() => ID, { description: 'The invoice.' })
  @IsUUID()
  invoiceId!: string;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'What it gets. Default: what is left of the payment, up to the invoice’s balance.',
  })
  @IsOptional()
  @ValidateNested()
  amount?: MoneyInput | null;
}

@InputType()
export abstract class TakenMoney {
  @Field(() => PaymentMethod, { description: 'How it was paid.' })
  method!: PaymentMethod;

  @Field(() => MoneyInput, { description: 'What was paid.' })
  @ValidateNested()
  amount!: MoneyInput;

  @Field(() => String, { nullable: true, description: 'Number of the cheque, the transfer or the slip.' })
  @IsOptional()
  @Length(1, 100)
  @Matches(/\S/, NOT_BLANK)
  reference?: string | null;

  @Field(() => String, { nullable: true, description: 'What the staff notes; not on the receipt.' })
  @IsOptional()
  @Length(1, 2000)
  @Matches(/\S/, NOT_BLANK)
  notes?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Money that was taken for invoices of one customer.' })
export class RecordPaymentInput extends TakenMoney {
  @Field(() => [InvoiceShareInput], {
    description:
      'What it is for, in the order in which it is settled: of one customer and one service centre.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_INVOICES)
  @ArrayUnique(({ invoiceId }: InvoiceShareInput) => invoiceId, { message: 'an invoice is named once' })
  @ValidateNested({ each: true })
  invoices!: InvoiceShareInput[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether what the invoices do not take is kept as the customer’s balance. Default: it is refused.',
  })
  keepRest?: boolean | null;
}

@InputType({ description: 'Why something is undone.' })
export class VoidPaymentInput {
  @Field({ description: 'Why it is voided.' })
  @Length(1, 1000)
  @Matches(/\S/, NOT_BLANK)
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which payments. Everything given must hold.' })
export class PaymentFilter {
  @Field(() => [PaymentState], { nullable: true, description: 'In one of these states.' })
  @IsOptional()
  @ArrayMaxSize(10)
  status?: PaymentState[] | null;

  @Field(() => PaymentMethod, { nullable: true, description: 'Paid in this way.' })
  @IsOptional()
  method?: PaymentMethod | null;

  @Field(() => ID, { nullable: true, description: 'Of this customer.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of which this invoice got something.' })
  @IsOptional()
  @IsUUID()
  invoiceId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Taken in this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether something of it is in the customer’s balance now: with a provider’s, money that no invoice could take.',
  })
  kept?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was taken before there was an invoice.' })
  deposit?: boolean | null;

  @Field(() => PaymentProvider, { nullable: true, description: 'Taken by this provider.' })
  @IsOptional()
  provider?: PaymentProvider | null;

  @Field(() => Date, { nullable: true, description: 'Made at this instant or later.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Made before this instant.' })
  to?: Date | null;
}
