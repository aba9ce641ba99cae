import { IsEmail, IsInt, IsOptional, IsUUID, Length, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { AddressInput } from '../../../shared/address';
import { LocalDateScalar } from '../../../shared/scalars';
import { IsLanguage } from '../identity/validation';

/** What both taking in and changing a customer can say. */
@InputType()
abstract class CustomerFields {
  @Field(() => String, { nullable: true, description: 'First name.' })
  @IsOptional()
  @MaxLength(80)
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'Last name.' })
  @IsOptional()
  @MaxLength(80)
  lastName?: string | null;

  @Field(() => String, { nullable: true, description: 'Company. A customer has a name or a company.' })
  @IsOptional()
  @MaxLength(120)
  company?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Phone in any usual spelling; without a country code it is read as one of the service centre’s country.',
  })
  @IsOptional()
  @MaxLength(40)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail; kept in lower case.' })
  @IsOptional()
  @MaxLength(254)
  @IsEmail({}, { message: 'this is not an e-mail address' })
  email?: string | null;

  @Field(() => AddressInput, { nullable: true, description: 'Postal address.' })
  @IsOptional()
  @ValidateNested()
  address?: AddressInput | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Date of birth.' })
  dateOfBirth?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Language to write to them in, such as `it` or `pt-BR`.',
  })
  @IsOptional()
  @IsLanguage()
  language?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Notes of the shop. Customers neither see nor write them.',
  })
  @IsOptional()
  @MaxLength(4000)
  notes?: string | null;

  @Field(() => String, { nullable: true, description: 'VAT or tax number.' })
  @IsOptional()
  @MaxLength(40)
  taxNumber?: string | null;
}

@InputType({ description: 'A customer to take in. A name or a company is needed.' })
export class CreateCustomerInput extends CustomerFields {
  @Field(() => ID, {
    nullable: true,
    description: 'The service centre that takes them in; needed when you work in several.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to a customer: what is left out stays, null clears.' })
export class UpdateCustomerInput extends CustomerFields {
  @Field(() => Boolean, {
    nullable: true,
    description: 'False once somebody has looked whether they are another customer too. Not for customers.',
  })
  possibleDuplicate?: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'Which customers. Everything given must hold.' })
export class CustomerFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Any part of name, company, phone, e-mail or code; case does not matter, nor how a phone’s digits are ' +
      'grouped. Finds at most the 500 newest.',
  })
  @IsOptional()
  @Length(2, 100)
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those this service centre has had to do with.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only archived ones. Default: only those in use.',
  })
  archived?: boolean | null;
}

@InputType({ description: 'A customer to look up, by phone or by e-mail: exactly one of the two, in full.' })
export class FindCustomerInput {
  @Field(() => String, { nullable: true, description: 'The whole phone number, in any usual spelling.' })
  @IsOptional()
  @MaxLength(40)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'The whole e-mail address; case does not matter.' })
  @IsOptional()
  @MaxLength(254)
  @IsEmail({}, { message: 'this is not an e-mail address' })
  email?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The service centre that asks; needed when you work in several.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;
}

export enum CustomerOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
  NAME = 'NAME',
}
registerEnumType(CustomerOrder, {
  name: 'CustomerOrder',
  description: 'In which order customers come.',
  valuesConfig: {
    NEWEST: { description: 'Last taken in first.' },
    OLDEST: { description: 'First taken in first.' },
    NAME: { description: 'By last name and first name, or by company.' },
  },
});
