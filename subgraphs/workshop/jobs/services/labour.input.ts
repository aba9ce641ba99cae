import { IsOptional, IsUUID, Length, Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { MoneyInput } from '../../../../shared/money';
import { LabourPricing } from './labour-pricing';

export const NOT_BLANK = { message: 'this cannot be blank' };
export const QUANTITY = /^(?!0+(\.0+)?$)\d{1,6}(\.\d{1,3})?$/;
export const QUANTITY_MESSAGE = { message: 'a quantity is a decimal above 0, such as 1.5' };
export const HOURS = /^\d{1,4}(\.\d{1,4})?$/;
export const HOURS_MESSAGE = { message: 'hours are a decimal, such as 0.75' };

@InputType({ description: 'A piece of work: from the catalogue, or in words.' })
export class LabourInput {
  @Field(() => ID, {
    nullable: true,
    description: 'What of the catalogue it is: from there comes what is left out here.',
  })
  @IsOptional()
  @IsUUID()
  serviceItemId?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is called; needed without a service item.' })
  @IsOptional()
  @Length(1, 200)
  @Matches(/\S/, NOT_BLANK)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What is done.' })
  @IsOptional()
  @Length(1, 2000)
  @Matches(/\S/, NOT_BLANK)
  description?: string | null;

  @Field(() => String, { defaultValue: '1', description: 'How many times, as a decimal.' })
  @Matches(QUANTITY, QUANTITY_MESSAGE)
  quantity!: string;

  @Field(() => String, { nullable: true, description: 'Hours of labour that each takes, as a decimal.' })
  @IsOptional()
  @Matches(HOURS, HOURS_MESSAGE)
  labourHours?: string | null;

  @Field(() => LabourPricing, {
    defaultValue: LabourPricing.FIXED,
    description: 'What the unit price is the price of.',
  })
  pricing!: LabourPricing;

  @Field(() => MoneyInput, {
    nullable: true,
    description:
      'Price of one, or of an hour, in the organisation’s currency; without one it is agreed later.',
  })
  unitPrice?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'Category of tax.' })
  @IsOptional()
  @Length(1, 40)
  @Matches(/\S/, NOT_BLANK)
  taxCategory?: string | null;
}
