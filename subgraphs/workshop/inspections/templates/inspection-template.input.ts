import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsOptional,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { InspectionItemKind } from '../inspection.enums';

const NOT_BLANK = { message: 'this cannot be blank' };
const DECIMAL = /^-?\d{1,8}(\.\d{1,3})?$/;
const IS_DECIMAL = { message: 'this is a decimal such as 1.6, with three decimals at most' };

@InputType({ description: 'One thing to look at.' })
export class InspectionTemplateItemInput {
  @Field({ description: 'What it is recorded by: capitals, digits and `_`; once in a template.' })
  @Matches(/^[A-Z][A-Z0-9_]{0,39}$/, { message: 'a key is made of capitals, digits and _' })
  key!: string;

  @Field({ description: 'What people call it.' })
  @Length(1, 200)
  @Matches(/\S/, NOT_BLANK)
  name!: string;

  @Field(() => InspectionItemKind, {
    description: 'What is recorded of it.',
    defaultValue: InspectionItemKind.CONDITION,
  })
  kind!: InspectionItemKind;

  @Field({ description: 'Whether an inspection is only published with it.', defaultValue: true })
  required!: boolean;

  @Field(() => String, { nullable: true, description: 'Unit, such as `mm`; needed of a measure.' })
  @IsOptional()
  @Length(1, 12)
  @Matches(/\S/, NOT_BLANK)
  unit?: string | null;

  @Field(() => String, { nullable: true, description: 'The least that it can be; needed of a measure.' })
  @IsOptional()
  @Matches(DECIMAL, IS_DECIMAL)
  minimum?: string | null;

  @Field(() => String, { nullable: true, description: 'The most that it can be; needed of a measure.' })
  @IsOptional()
  @Matches(DECIMAL, IS_DECIMAL)
  maximum?: string | null;

  @Field(() => String, { nullable: true, description: 'Below this a measure is urgent.' })
  @IsOptional()
  @Matches(DECIMAL, IS_DECIMAL)
  urgentBelow?: string | null;

  @Field(() => String, { nullable: true, description: 'Below this a measure wants attention.' })
  @IsOptional()
  @Matches(DECIMAL, IS_DECIMAL)
  attentionBelow?: string | null;

  @Field(() => String, { nullable: true, description: 'Above this a measure wants attention.' })
  @IsOptional()
  @Matches(DECIMAL, IS_DECIMAL)
  attentionAbove?: string | null;

  @Field(() => String, { nullable: true, description: 'Above this a measure is urgent.' })
  @IsOptional()
  @Matches(DECIMAL, IS_DECIMAL)
  urgentAbove?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'The answer that is as it should be; left out where either is. Of yes or no alone.',
  })
  expected?: boolean | null;
}

@InputType({ description: 'A part of a template.' })
export class InspectionTemplateSectionInput {
  @Field({ description: 'What people call it.' })
  @Length(1, 120)
  @Matches(/\S/, NOT_BLANK)
  name!: string;

  @Field(() => [InspectionTemplateItemInput], { description: 'What is looked at, in order.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  items!: InspectionTemplateItemInput[];
}

@InputType({ description: 'A template to make.' })
export class CreateInspectionTemplateInput {
  @Field({ description: 'What people call it.' })
  @Length(1, 120)
  @Matches(/\S/, NOT_BLANK)
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  @IsOptional()
  @MaxLength(1000)
  description?: string | null;

  @Field(() => [InspectionTemplateSectionInput], { description: 'Its sections, in order; 200 items in all.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  sections!: InspectionTemplateSectionInput[];

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to a template: what is left out stays, null clears.' })
export class UpdateInspectionTemplateInput {
  @Field(() => String, { nullable: true, description: 'What people call it.' })
  @IsOptional()
  @Length(1, 120)
  @Matches(/\S/, NOT_BLANK)
  name?: string;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  @IsOptional()
  @MaxLength(1000)
  description?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether inspections are begun with it.' })
  active?: boolean;

  @Field(() => [InspectionTemplateSectionInput], {
    nullable: true,
    description: 'Its sections as a whole; 200 items in all.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  sections?: InspectionTemplateSectionInput[];

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}
