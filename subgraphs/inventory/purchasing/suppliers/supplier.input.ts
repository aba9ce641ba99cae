import {
  IsEmail,
  IsInt,
  IsOptional,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { AddressInput } from '../../../../shared/address';

const NOT_BLANK = { message: 'this cannot be blank' };
const LONGEST_LEAD_DAYS = 365;

/** What both taking a supplier in and changing it can say. */
@InputType()
abstract class SupplierFields {
  @Field(() => String, { nullable: true, description: 'Whom to ask for there.' })
  @IsOptional()
  @MaxLength(120)
  contactName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'E-mail for purchase orders; kept in lower case.',
  })
  @IsOptional()
  @MaxLength(254)
  @IsEmail({}, { message: 'this is not an e-mail address' })
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Phone in any usual spelling. Without a country code it is read as one of the country in the address.',
  })
  @IsOptional()
  @MaxLength(40)
  phone?: string | null;

  @Field(() => AddressInput, { nullable: true, description: 'Postal address.' })
  @IsOptional()
  @ValidateNested()
  address?: AddressInput | null;

  @Field(() => Int, { nullable: true, description: 'Days from the order to the delivery, as a rule.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LONGEST_LEAD_DAYS)
  leadTimeDays?: number | null;

  @Field(() => String, { nullable: true, description: 'The number that the organisation has with them.' })
  @IsOptional()
  @MaxLength(60)
  accountNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'What else is worth knowing.' })
  @IsOptional()
  @MaxLength(4000)
  notes?: string | null;
}

@InputType({ description: 'A supplier to buy from.' })
export class CreateSupplierInput extends SupplierFields {
  @Field({ description: 'What the company is called.' })
  @Length(1, 120)
  @Matches(/\S/, NOT_BLANK)
  name!: string;

  @Field({ description: 'The currency of its prices as ISO 4217, such as `EUR`.' })
  currency!: string;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to a supplier: what is left out stays, null clears.' })
export class UpdateSupplierInput extends SupplierFields {
  @Field(() => String, { nullable: true, description: 'What the company is called.' })
  @IsOptional()
  @Length(1, 120)
  @Matches(/\S/, NOT_BLANK)
  name?: string;

  @Field(() => String, {
    nullable: true,
    description: 'The currency of its prices from now on. Orders that there are keep theirs.',
  })
  @IsOptional()
  currency?: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True archives it: it leaves the lists, and nothing new is ordered from it; what was ordered can still be ' +
      'received. False takes it back into use.',
  })
  archived?: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'Which suppliers. Everything given must hold.' })
export class SupplierFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Any part of the name or of the number that the organisation has with them.',
  })
  @IsOptional()
  @Length(2, 60)
  search?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only archived ones. Default: only those in use.',
  })
  archived?: boolean | null;
}
