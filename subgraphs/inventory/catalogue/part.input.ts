import {
  ArrayMaxSize,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { MoneyInput } from '../../../shared/money';
import { PartCategory } from './part.entity';
import { PartUnit } from './unit';

const NOT_BLANK = { message: 'this cannot be blank' };
const SKU = /^\s*[A-Za-z0-9]([A-Za-z0-9 ._/+#-]{0,58}[A-Za-z0-9+#])?\s*$/;
const SKU_MESSAGE = {
  message: 'a part number has 1 to 60 letters, digits, spaces, dots, dashes, slashes, + and #',
};
const FIRST_CAR = 1885;
const LAST_YEAR = 2200;
const MOST_FITMENTS = 200;

@InputType({ description: 'Vehicles that a part fits. What is left out says nothing: any model, any year.' })
export class PartFitmentInput {
  @Field({ description: 'Manufacturer.' })
  @Length(1, 60)
  @Matches(/\S/, NOT_BLANK)
  make!: string;

  @Field(() => String, { nullable: true, description: 'Model.' })
  @IsOptional()
  @Length(1, 60)
  @Matches(/\S/, NOT_BLANK)
  model?: string | null;

  @Field(() => Int, { nullable: true, description: 'First model year.' })
  @IsOptional()
  @IsInt()
  @Min(FIRST_CAR)
  @Max(LAST_YEAR)
  yearFrom?: number | null;

  @Field(() => Int, { nullable: true, description: 'Last model year; not before the first.' })
  @IsOptional()
  @IsInt()
  @Min(FIRST_CAR)
  @Max(LAST_YEAR)
  yearTo?: number | null;

  @Field(() => String, { nullable: true, description: 'Engine.' })
  @IsOptional()
  @Length(1, 60)
  @Matches(/\S/, NOT_BLANK)
  engine?: string | null;

  @Field(() => String, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @Length(1, 200)
  @Matches(/\S/, NOT_BLANK)
  detail?: string | null;
}

/** What both taking in and changing a part can say. */
@InputType()
abstract class PartFields {
  @Field(() => String, { nullable: true, description: 'What else is to be said about it.' })
  @IsOptional()
  @MaxLength(2000)
  description?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What a scanner reads off it. UPC-A, EAN-13 and GTIN-14 of the same article are the same.',
  })
  @IsOptional()
  @Matches(/^[\x21-\x7e]([\x20-\x7e]{0,78}[\x21-\x7e])?$/, {
    message: 'a barcode has 1 to 80 plain characters',
  })
  barcode?: string | null;

  @Field(() => String, { nullable: true, description: 'Who makes it.' })
  @IsOptional()
  @Length(1, 60)
  @Matches(/\S/, NOT_BLANK)
  brand?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'What customers pay for one, with or without tax as `Organisation.pricesIncludeTax` says.',
  })
  price?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'Category of tax.' })
  @IsOptional()
  @Length(1, 40)
  @Matches(/\S/, NOT_BLANK)
  taxCategory?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'Deposit on the old part, for parts that are exchanged; null where none is asked for.',
  })
  coreDeposit?: MoneyInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'It is low where no more than this is available, as a decimal; null for never.',
  })
  reorderPoint?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How much is usually ordered at a time, as a decimal.',
  })
  reorderQuantity?: string | null;

  @Field(() => [PartFitmentInput], {
    nullable: true,
    description: 'The vehicles that it fits: all of them, in order.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST_FITMENTS)
  @ValidateNested({ each: true })
  fitments?: PartFitmentInput[] | null;
}

@InputType({ description: 'A part to take into the catalogue.' })
export class CreatePartInput extends PartFields {
  @Field({ description: 'Number that people type; unique in the organisation, kept in capitals.' })
  @Matches(SKU, SKU_MESSAGE)
  sku!: string;

  @Field({ description: 'What it is called, as customers read it.' })
  @Length(1, 200)
  @Matches(/\S/, NOT_BLANK)
  name!: string;

  @Field(() => PartCategory, {
    defaultValue: PartCategory.SPARE_PART,
    description: 'What kind of thing it is.',
  })
  category!: PartCategory;

  @Field(() => PartUnit, {
    defaultValue: PartUnit.PIECE,
    description: 'What it is counted in. It cannot be changed later.',
  })
  unit!: PartUnit;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to a part: what is left out stays, null clears.' })
export class UpdatePartInput extends PartFields {
  @Field(() => String, {
    nullable: true,
    description: 'Number that people type; unique in the organisation.',
  })
  @IsOptional()
  @Matches(SKU, SKU_MESSAGE)
  sku?: string;

  @Field(() => String, { nullable: true, description: 'What it is called, as customers read it.' })
  @IsOptional()
  @Length(1, 200)
  @Matches(/\S/, NOT_BLANK)
  name?: string;

  @Field(() => PartCategory, { nullable: true, description: 'What kind of thing it is.' })
  category?: PartCategory;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'A vehicle that parts are wanted for.' })
export class FittingVehicleInput {
  @Field({ description: 'Manufacturer, in any case.' })
  @Length(1, 60)
  make!: string;

  @Field(() => String, { nullable: true, description: 'Model, in any case.' })
  @IsOptional()
  @Length(1, 60)
  model?: string | null;

  @Field(() => Int, { nullable: true, description: 'Model year.' })
  @IsOptional()
  @IsInt()
  year?: number | null;
}

@InputType({ description: 'Which parts. Everything given must hold.' })
export class PartFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Any part of number, name, brand or barcode, in any spelling: case does not matter, nor do spaces and dashes of a ' +
      'number. Finds at most the 500 newest.',
  })
  @IsOptional()
  @Length(2, 60)
  search?: string | null;

  @Field(() => PartCategory, { nullable: true, description: 'Of this kind.' })
  category?: PartCategory | null;

  @Field(() => String, { nullable: true, description: 'Of this brand, in any case.' })
  @IsOptional()
  @Length(1, 60)
  brand?: string | null;

  @Field(() => FittingVehicleInput, { nullable: true, description: 'Known to fit this vehicle.' })
  @IsOptional()
  @ValidateNested()
  fits?: FittingVehicleInput | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those that are not bought any more. Default: only those that are.',
  })
  discontinued?: boolean | null;
}

export enum PartOrder {
  NAME = 'NAME',
  SKU = 'SKU',
  NEWEST = 'NEWEST',
}
registerEnumType(PartOrder, {
  name: 'PartOrder',
  description: 'In which order parts come.',
  valuesConfig: {
    NAME: { description: 'By name.' },
    SKU: { description: 'By number.' },
    NEWEST: { description: 'Last taken in first.' },
  },
});

@InputType({ description: 'What becomes of a part that is not bought any more.' })
export class DiscontinuePartInput {
  @Field(() => ID, { nullable: true, description: 'The part that takes its place.' })
  @IsOptional()
  @IsUUID()
  replacedById?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}
