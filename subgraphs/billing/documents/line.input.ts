import { IsOptional, IsUUID, Length, Matches, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { MoneyInput } from '../../../shared/money';
import { TaxCategory } from '../tax/tax-category';
import { LineType } from './document-line.entity';

const NOT_BLANK = { message: 'this cannot be blank' };
export const PERCENT = /^(100(\.0{1,4})?|\d{1,2}(\.\d{1,4})?)$/;
export const PERCENT_MESSAGE = {
  message: 'a percentage is a decimal from 0 to 100, with four decimals at most',
};
export const QUANTITY = /^\d{1,8}(\.\d{1,4})?$/;
export const QUANTITY_MESSAGE = {
  message: 'a quantity is a decimal such as 1.25, with four decimals at most',
};

@InputType({ description: 'A line to write into a draft.' })
export class DocumentLineInput {
  @Field(() => LineType, { description: 'What it is for.' })
  type!: LineType;

  @Field(() => String, { nullable: true, description: 'A code such as a part’s number.' })
  @IsOptional()
  @Length(1, 60)
  code?: string | null;

  @Field({ description: 'What is charged, as the customer reads it.' })
  @Length(1, 1000)
  @Matches(/\S/, NOT_BLANK)
  description!: string;

  @Field(() => String, {
    description: 'How many, or how many hours: more than 0, with four decimals at most.',
  })
  @Matches(QUANTITY, QUANTITY_MESSAGE)
  quantity!: string;

  @Field(() => MoneyInput, { description: 'Price of one, in the organisation’s currency.' })
  @ValidateNested()
  unitPrice!: MoneyInput;

  @Field(() => String, { nullable: true, description: 'Per cent to take off; not beside `discount`.' })
  @IsOptional()
  @Matches(PERCENT, PERCENT_MESSAGE)
  discountPercent?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'Amount to take off the whole line.' })
  @IsOptional()
  @ValidateNested()
  discount?: MoneyInput | null;

  @Field(() => ID, { nullable: true, description: 'The tax rate that it bears.' })
  @IsOptional()
  @IsUUID()
  taxRateId?: string | null;

  @Field(() => TaxCategory, {
    nullable: true,
    description: 'Its tax by category, where no rate is named: the highest in force. Default: `STANDARD`.',
  })
  taxCategory?: TaxCategory | null;

  @Field(() => ID, { nullable: true, description: 'The service of the catalogue that it is for.' })
  @IsOptional()
  @IsUUID()
  serviceItemId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The part that it is for.' })
  @IsOptional()
  @IsUUID()
  partId?: string | null;
}

@InputType({ description: 'Changes to a line of a draft: what is left out stays, null clears.' })
export class UpdateDocumentLineInput {
  @Field(() => LineType, { nullable: true, description: 'What it is for.' })
  type?: LineType;

  @Field(() => String, { nullable: true, description: 'A code such as a part’s number.' })
  @IsOptional()
  @Length(1, 60)
  code?: string | null;

  @Field(() => String, { nullable: true, description: 'What is charged.' })
  @IsOptional()
  @Length(1, 1000)
  @Matches(/\S/, NOT_BLANK)
  description?: string;

  @Field(() => String, { nullable: true, description: 'How many, or how many hours.' })
  @IsOptional()
  @Matches(QUANTITY, QUANTITY_MESSAGE)
  quantity?: string;

  @Field(() => MoneyInput, { nullable: true, description: 'Price of one.' })
  @IsOptional()
  @ValidateNested()
  unitPrice?: MoneyInput;

  @Field(() => String, { nullable: true, description: 'Per cent to take off; clears the amount.' })
  @IsOptional()
  @Matches(PERCENT, PERCENT_MESSAGE)
  discountPercent?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'Amount to take off; clears the percentage.' })
  @IsOptional()
  @ValidateNested()
  discount?: MoneyInput | null;

  @Field(() => ID, { nullable: true, description: 'The tax rate that it bears.' })
  @IsOptional()
  @IsUUID()
  taxRateId?: string;

  @Field(() => TaxCategory, { nullable: true, description: 'Its tax by category.' })
  taxCategory?: TaxCategory;
}
