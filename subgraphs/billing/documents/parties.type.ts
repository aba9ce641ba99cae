import { Field, Int, ObjectType } from 'type-graphql';
import { Address } from '../../../shared/address';

@ObjectType({ description: 'Who bills, as the document states it: a copy of the day it was issued.' })
export class DocumentSeller {
  @Field({ description: 'Name in law, or the name that customers know where no other is set.' })
  name!: string;

  @Field({ description: 'Name that customers know.' })
  tradingName!: string;

  @Field({ description: 'Name of the service centre.' })
  serviceCentre!: string;

  @Field(() => Address, {
    nullable: true,
    description: 'Where the service centre is, or the seat if one is set.',
  })
  address!: Address | null;

  @Field(() => String, { nullable: true, description: 'VAT or tax number.' })
  taxNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Number in the register of companies.' })
  registrationNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Phone as E.164.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Where to pay to, such as an IBAN.' })
  bankAccount!: string | null;

  @Field(() => String, { nullable: true, description: 'Where to pay to by UPI, such as `shop@bank`.' })
  upiId!: string | null;

  /** The image that was the logo. */
  logoFileId!: string | null;

  @Field(() => String, { nullable: true, description: 'What stands at the foot of each page.' })
  footer!: string | null;

  @Field({ description: 'Language and region of the document, such as `it-IT`.' })
  locale!: string;
}

@ObjectType({ description: 'Who is billed, as the document states it: a copy of the day it was issued.' })
export class DocumentBuyer {
  @Field({ description: 'The customer’s number.' })
  code!: string;

  @Field({ description: 'Name, or the company where there is one.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The person at a company; null otherwise.' })
  contact!: string | null;

  @Field(() => Address, { nullable: true, description: 'Postal address.' })
  address!: Address | null;

  @Field(() => String, { nullable: true, description: 'VAT or tax number.' })
  taxNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Phone as E.164.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail.' })
  email!: string | null;
}

@ObjectType({ description: 'The vehicle, as the document states it: a copy of the day it was issued.' })
export class DocumentVehicle {
  @Field({ description: 'Manufacturer.' })
  make!: string;

  @Field({ description: 'Model.' })
  model!: string;

  @Field(() => Int, { nullable: true, description: 'Model year.' })
  year!: number | null;

  @Field(() => String, { nullable: true, description: 'The plate that it carried.' })
  plate!: string | null;

  @Field(() => String, { nullable: true, description: 'Vehicle identification number.' })
  vin!: string | null;
}
