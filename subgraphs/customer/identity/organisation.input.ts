import {
  ArrayMaxSize,
  ArrayUnique,
  IsInt,
  IsISO4217CurrencyCode,
  IsISO31661Alpha2,
  IsOptional,
  IsUppercase,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IsLanguage, IsName, IsZone } from './validation';

@InputType({ description: 'Changes to the organisation’s settings: what is left out stays.' })
export class UpdateOrganisationInput {
  @Field(() => String, { nullable: true, description: 'Name as customers know it.' })
  @IsOptional()
  @IsName(120)
  name?: string;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2, in capitals.' })
  @IsOptional()
  @IsUppercase()
  @IsISO31661Alpha2()
  country?: string;

  @Field(() => String, { nullable: true, description: 'ISO 4217, in capitals.' })
  @IsOptional()
  @IsUppercase()
  @IsISO4217CurrencyCode()
  currency?: string;

  @Field(() => String, { nullable: true, description: 'BCP 47, such as `it-IT`.' })
  @IsOptional()
  @IsLanguage()
  locale?: string;

  @Field(() => String, { nullable: true, description: 'IANA name, such as `Europe/Rome`.' })
  @IsOptional()
  @IsZone()
  timeZone?: string;

  @Field(() => Boolean, { nullable: true, description: 'Prices are entered with tax in them.' })
  pricesIncludeTax?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Tax is rounded on each line.' })
  taxPerLine?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'A job is inspected before it is assigned.' })
  requiresInspection?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Customers may make an account for themselves.' })
  selfRegistration?: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Feedback with this rating or a lower one opens a complaint: from 0, for none, to 4.',
  })
  @IsOptional()
  @Min(0)
  @Max(4)
  lowRating?: number;

  @Field(() => ID, {
    nullable: true,
    description: 'The logo: an uploaded image that is `READY`. Null takes it away.',
  })
  @IsOptional()
  @IsUUID()
  logoFileId?: string | null;

  @Field(() => [Int], { nullable: true, description: 'Days after the due date, each from 1 to 365.' })
  @IsOptional()
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(365, { each: true })
  paymentReminderDays?: number[];

  @Field(() => [String], {
    nullable: true,
    description:
      'Addresses and CIDR ranges from which administrators may work. Your own must be among them; an empty list lifts the limit.',
  })
  @IsOptional()
  @ArrayMaxSize(50)
  @MaxLength(50, { each: true })
  adminAllowedAddresses?: string[];

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}
