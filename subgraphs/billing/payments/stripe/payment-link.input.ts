import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsOptional,
  IsUUID,
  Length,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { MoneyInput } from '../../../../shared/money';
import { Payment } from '../payment.entity';
import { MOST_INVOICES } from '../payment.input';

export enum PaymentPage {
  HOSTED = 'HOSTED',
  EMBEDDED = 'EMBEDDED',
}
registerEnumType(PaymentPage, {
  name: 'PaymentPage',
  description: 'Where the customer enters their card.',
  valuesConfig: {
    HOSTED: { description: 'On a page of the provider: it answers with a link.' },
    EMBEDDED: {
      description: 'In a page of yours, with Stripe’s Payment Element: it answers with a client secret.',
    },
  },
});

@InputType({ description: 'What the customer is asked to pay.' })
export class CreatePaymentLinkInput {
  @Field(() => [ID], {
    description:
      'The invoices, in the order in which they are settled: of one customer and one service centre.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_INVOICES)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  invoiceIds!: string[];

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'How much. Default: all that is left to pay of them.',
  })
  @IsOptional()
  @ValidateNested()
  amount?: MoneyInput | null;

  @Field(() => PaymentPage, { defaultValue: PaymentPage.HOSTED, description: 'Where it is paid.' })
  page!: PaymentPage;

  @Field(() => String, {
    nullable: true,
    description:
      'Makes a repeated call return the first result, also where the provider did not answer the first.',
  })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'A way to pay.' })
export class PaymentLink {
  @Field(() => Payment, {
    description: 'The payment; pending until the provider says that the money is there.',
  })
  payment!: Payment;

  @Field(() => String, { nullable: true, description: 'The page to pay on; null for an embedded one.' })
  url!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'For Stripe’s Payment Element; null for a hosted page.',
  })
  clientSecret!: string | null;
}
