import {
  IsEmail,
  IsISO4217CurrencyCode,
  IsISO31661Alpha2,
  IsOptional,
  IsUppercase,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { FirstServiceCentreInput } from './service-centre.input';
import { IsLanguage, IsName, IsZone } from './validation';

@InputType({ description: 'Who signs an organisation up; they become its administrator.' })
export class FirstAdministratorInput {
  @Field({ description: 'First name.' })
  @IsName(80)
  firstName!: string;

  @Field({ description: 'Last name; may be empty.', defaultValue: '' })
  @MaxLength(80)
  lastName!: string;

  @Field({ description: 'E-mail to sign in with.' })
  @IsEmail()
  email!: string;

  @Field(() => String, { nullable: true, description: 'Phone to sign in with as well.' })
  @IsOptional()
  @MaxLength(40)
  phone?: string | null;

  @Field({ description: 'At least 10 characters; common passwords are refused.' })
  @MaxLength(500)
  password!: string;
}

@InputType({ description: 'An organisation that signs up.' })
export class CreateOrganisationInput {
  @Field({ description: 'Name as customers know it.' })
  @IsName(120)
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Its name in addresses: lower-case letters, digits, single dashes. Default: made from the name.',
  })
  @IsOptional()
  @Length(2, 60)
  @Matches(/^[a-z0-9](-?[a-z0-9])+$/, { message: 'slug has lower-case letters, digits and single dashes' })
  slug?: string | null;

  @Field({ description: 'ISO 3166-1 alpha-2, in capitals.' })
  @IsUppercase()
  @IsISO31661Alpha2()
  country!: string;

  @Field({ description: 'ISO 4217, in capitals.' })
  @IsUppercase()
  @IsISO4217CurrencyCode()
  currency!: string;

  @Field({ description: 'BCP 47, such as `it-IT`.' })
  @IsLanguage()
  locale!: string;

  @Field({ description: 'IANA name, such as `Europe/Rome`.' })
  @IsZone()
  timeZone!: string;

  @Field(() => FirstAdministratorInput, { description: 'Who signs it up.' })
  @ValidateNested()
  administrator!: FirstAdministratorInput;

  @Field(() => FirstServiceCentreInput, { nullable: true, description: 'Where it works. More can follow.' })
  @IsOptional()
  @ValidateNested()
  serviceCentre?: FirstServiceCentreInput | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}
