import { IsOptional, IsUUID, Length, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { MoneyInput } from '../../../../shared/money';
import { TakenMoney } from '../payment.input';

@InputType({ description: 'Money that a customer leaves before there is an invoice.' })
export class RecordDepositInput extends TakenMoney {
  @Field(() => ID, { description: 'Whose it is.' })
  @IsUUID()
  customerId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Where it is taken. Default: the only service centre that you work in.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;
}

@InputType({ description: 'What an invoice gets of its customer’s balance.' })
export class ApplyDepositInput {
  @Field(() => ID, { description: 'The invoice; one that was issued and is not paid.' })
  @IsUUID()
  invoiceId!: string;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'How much. Default: all that is in balance, up to what is left to pay.',
  })
  @IsOptional()
  @ValidateNested()
  amount?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}
