import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { MoneyInput } from '../../../../shared/money';
import { MOST_LINES } from './purchase-order.input';

@InputType({ description: 'What came of one line of an order.' })
export class ReceivedLineInput {
  @Field(() => ID, { description: 'The line of the order.' })
  @IsUUID()
  lineId!: string;

  @Field({ description: 'How much came, as a decimal: more than nothing, and not more than is outstanding.' })
  @MaxLength(20)
  quantity!: string;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'The price of one as it was invoiced. Default: the price on the order.',
  })
  @IsOptional()
  @ValidateNested()
  unitPrice?: MoneyInput | null;
}

@InputType({ description: 'What came of an order, all of it or a part.' })
export class ReceivePurchaseOrderInput {
  @Field(() => [ReceivedLineInput], { description: 'What came, each line of the order once.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  lines!: ReceivedLineInput[];

  @Field(() => String, { nullable: true, description: 'The number on the supplier’s delivery note.' })
  @IsOptional()
  @MaxLength(60)
  deliveryNote?: string | null;

  @Field(() => String, { nullable: true, description: 'What else is to be said: damage, what was missing.' })
  @IsOptional()
  @MaxLength(2000)
  notes?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What one unit of the order’s currency costs in the organisation’s, as a decimal such as `0.9215`; needed where ' +
      'they are not the same.',
  })
  @IsOptional()
  @MaxLength(30)
  exchangeRate?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the order that you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}
