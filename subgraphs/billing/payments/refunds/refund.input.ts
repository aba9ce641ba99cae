import { IsOptional, IsUUID, Length, Matches, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { MoneyInput } from '../../../../shared/money';
import { PaymentMethod } from '../payment-method';

@InputType({ description: 'Money that goes back to the customer.' })
export class RefundPaymentInput {
  @Field(() => ID, { description: 'The payment that it was part of.' })
  @IsUUID()
  paymentId!: string;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'How much. Default: all that was not given back yet.',
  })
  @IsOptional()
  @ValidateNested()
  amount?: MoneyInput | null;

  @Field(() => PaymentMethod, {
    nullable: true,
    description: 'How it is given back. Default: as it was paid.',
  })
  @IsOptional()
  method?: PaymentMethod | null;

  @Field({ description: 'Why.' })
  @Length(1, 1000)
  @Matches(/\S/, { message: 'this cannot be blank' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}
