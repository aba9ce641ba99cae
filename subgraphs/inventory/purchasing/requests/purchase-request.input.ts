import { ArrayMaxSize, IsOptional, IsUUID, Length, MaxLength } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { PurchaseRequestStatus } from './purchase-request.lifecycle';

@InputType({ description: 'A part to be bought.' })
export class CreatePurchaseRequestInput {
  @Field(() => ID, { description: 'The part.' })
  @IsUUID()
  partId!: string;

  @Field(() => ID, {
    description:
      'The place it is for: of a service centre that you work in, or a warehouse if you work in all of them.',
  })
  @IsUUID()
  locationId!: string;

  @Field({ description: 'How much, as a decimal: more than nothing, and no finer than the part’s unit.' })
  @MaxLength(20)
  quantity!: string;

  @Field(() => String, { nullable: true, description: 'What whoever buys it should know.' })
  @IsOptional()
  @MaxLength(500)
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which purchase requests. Everything given must hold.' })
export class PurchaseRequestFilter {
  @Field(() => [PurchaseRequestStatus], { nullable: true, description: 'In one of these states.' })
  @IsOptional()
  @ArrayMaxSize(20)
  status?: PurchaseRequestStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'For this place.' })
  @IsOptional()
  @IsUUID()
  locationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For this part.' })
  @IsOptional()
  @IsUUID()
  partId?: string | null;

  @Field(() => ID, { nullable: true, description: 'On an order to this supplier.' })
  @IsOptional()
  @IsUUID()
  supplierId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For this job, if not for it alone.' })
  @IsOptional()
  @IsUUID()
  jobCardId?: string | null;

  @Field(() => Date, { nullable: true, description: 'Raised at this instant or later.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Raised before this instant.' })
  to?: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words of the part’s number, name or brand, in any case and in part. Looks for at most the 500 newest parts.',
  })
  @IsOptional()
  @Length(2, 100)
  search?: string | null;
}

export enum PurchaseRequestOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
}
registerEnumType(PurchaseRequestOrder, {
  name: 'PurchaseRequestOrder',
  description: 'In which order purchase requests come.',
  valuesConfig: {
    NEWEST: { description: 'Last raised first.' },
    OLDEST: { description: 'First raised first.' },
  },
});
