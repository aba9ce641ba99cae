import { IsISO31661Alpha2, IsOptional, IsUppercase, IsUUID, Length, Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { LocalDateScalar } from '../../../shared/scalars';
import { PERCENT, PERCENT_MESSAGE } from '../documents/line.input';
import { TaxCategory } from './tax-category';

const NOT_BLANK = { message: 'this cannot be blank' };

@InputType({ description: 'A tax rate to enter.' })
export class CreateTaxRateInput {
  @Field({ description: 'What it is called, such as `Reduced rate`.' })
  @Length(1, 60)
  @Matches(/\S/, NOT_BLANK)
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Country whose tax it is, ISO 3166-1 alpha-2. Default: the organisation’s.',
  })
  @IsOptional()
  @IsUppercase()
  @IsISO31661Alpha2()
  country?: string | null;

  @Field(() => TaxCategory, { description: 'How it is treated in law.' })
  category!: TaxCategory;

  @Field(() => String, {
    defaultValue: '0',
    description: 'Per cent of the net amount; above 0 for reduced rates, 0 for those without tax.',
  })
  @Matches(PERCENT, PERCENT_MESSAGE)
  percent!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why there is no tax, as documents must state; needed for exempt rates.',
  })
  @IsOptional()
  @Length(1, 200)
  @Matches(/\S/, NOT_BLANK)
  reason?: string | null;

  @Field(() => LocalDateScalar, { description: 'The first day that it is in force.' })
  validFrom!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day; null while no end is known.' })
  validTo?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The rate that it follows: that one ends the day before this one begins.',
  })
  @IsOptional()
  @IsUUID()
  replacesId?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which tax rates. Everything given must hold.' })
export class TaxRateFilter {
  @Field(() => LocalDateScalar, { nullable: true, description: 'In force on this day.' })
  on?: string | null;

  @Field(() => TaxCategory, { nullable: true, description: 'Of this category.' })
  category?: TaxCategory | null;
}
