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
import { LocalDateScalar } from '../../../../shared/scalars';

export const MOST_LINES = 200;

@InputType({ description: 'A part to order.' })
export class PurchaseOrderLineInput {
  @Field(() => ID, { description: 'The part; it stands once on an order.' })
  @IsUUID()
  partId!: string;

  @Field({ description: 'How much, as a decimal: more than nothing, and no finer than the part’s unit.' })
  @MaxLength(20)
  quantity!: string;

  @Field(() => MoneyInput, {
    nullable: true,
    description:
      'The price of one, in the order’s currency. Default: what it cost the last time it was ordered there.',
  })
  @IsOptional()
  @ValidateNested()
  unitPrice?: MoneyInput | null;
}

@InputType()
abstract class PurchaseOrderFields {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day it is expected. Default: as long after it is sent as the supplier usually takes.',
  })
  expectedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'What the supplier should know; it is sent along.' })
  @IsOptional()
  @MaxLength(2000)
  notes?: string | null;
}

@InputType({ description: 'An order to put together.' })
export class CreatePurchaseOrderInput extends PurchaseOrderFields {
  @Field(() => ID, { description: 'Whom to order from.' })
  @IsUUID()
  supplierId!: string;

  @Field(() => ID, {
    description:
      'The place it is for: of a service centre that you work in, or a warehouse if you work in all of them.',
  })
  @IsUUID()
  locationId!: string;

  @Field(() => [PurchaseOrderLineInput], { description: `What to order, at most ${MOST_LINES} parts.` })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  lines!: PurchaseOrderLineInput[];

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to an order: what is left out stays, null clears.' })
export class UpdatePurchaseOrderInput extends PurchaseOrderFields {
  @Field(() => [PurchaseOrderLineInput], {
    nullable: true,
    description:
      'All that is to be on it from now on. What it asks no more for goes back to its purchase request.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  lines?: PurchaseOrderLineInput[];

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'A purchase request to order.' })
export class OrderedRequestInput {
  @Field(() => ID, { description: 'The purchase request; it is ordered once.' })
  @IsUUID()
  requestId!: string;

  @Field(() => ID, { description: 'Whom to order it from.' })
  @IsUUID()
  supplierId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'How much of it. Default: all that it asks for. What is left is open as a request of its own.',
  })
  @IsOptional()
  @MaxLength(20)
  quantity?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description:
      'The price of one, in the supplier’s currency. Default: what it cost the last time it was ordered there.',
  })
  @IsOptional()
  @ValidateNested()
  unitPrice?: MoneyInput | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the request that you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'Purchase requests to order.' })
export class OrderRequestsInput {
  @Field(() => [OrderedRequestInput], { description: `The requests, at most ${MOST_LINES}.` })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  requests!: OrderedRequestInput[];

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}
