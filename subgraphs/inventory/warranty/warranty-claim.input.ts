import { IsInt, IsOptional, IsUUID, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { MoneyInput } from '../../../shared/money';
import { WarrantyDecision } from './warranty-claim.lifecycle';

const NOT_BLANK = { message: 'this cannot be blank' };

@InputType({
  description:
    'Parts to claim under warranty: of one line of a job, or of one line of an order over the counter.',
})
export class OpenWarrantyClaimInput {
  @Field(() => ID, { nullable: true, description: 'The part of a job, some of which was handed out.' })
  @IsOptional()
  @IsUUID()
  jobPartId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Or the line of an order over the counter that was handed over.',
  })
  @IsOptional()
  @IsUUID()
  counterOrderLineId?: string | null;

  @Field({ description: 'How much, as a decimal: more than nothing, and no finer than the part’s unit.' })
  @MaxLength(20)
  quantity!: string;

  @Field({ description: 'What is wrong with it.' })
  @Length(1, 2000)
  @Matches(/\S/, NOT_BLANK)
  fault!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'From whom it is claimed. Who does not know leaves it to who decides.',
  })
  @IsOptional()
  @IsUUID()
  supplierId?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Parts that came in place of those that were faulty.' })
export class WarrantyReplacementInput {
  @Field(() => ID, { description: 'Where they came in.' })
  @IsUUID()
  locationId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How much, as a decimal: no more than is claimed. Default: all of it.',
  })
  @IsOptional()
  @MaxLength(20)
  quantity?: string | null;
}

@InputType({
  description: 'What became of a claim. Of one that is SETTLED, either a credit or a replacement.',
})
export class DecideWarrantyClaimInput {
  @Field(() => WarrantyDecision, { description: 'What became of it.' })
  decision!: WarrantyDecision;

  @Field(() => String, {
    nullable: true,
    description: 'Why, of one that is REFUSED: needed there, and only there.',
  })
  @IsOptional()
  @Length(1, 500)
  @Matches(/\S/, NOT_BLANK)
  reason?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'From whom, of one that is ACCEPTED: needed there when the claim does not say it.',
  })
  @IsOptional()
  @IsUUID()
  supplierId?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description:
      'The money that came, in the claim’s currency: no more than the parts cost, unless `aboveCost` is set.',
  })
  @IsOptional()
  @ValidateNested()
  credit?: MoneyInput | null;

  @Field({
    defaultValue: false,
    description: 'Whether more money may have come than the parts cost, for work or carriage.',
  })
  aboveCost!: boolean;

  @Field(() => WarrantyReplacementInput, { nullable: true, description: 'The parts that came.' })
  @IsOptional()
  @ValidateNested()
  replacement?: WarrantyReplacementInput | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}
