import { IsISO31661Alpha2, IsOptional, IsUppercase, MaxLength } from 'class-validator';
import { Directive, Field, InputType, ObjectType } from 'type-graphql';

/** A value, not a record: any subgraph may answer with one. */
@ObjectType({ description: 'A postal address. What is not known is null.' })
@Directive('@shareable')
export class Address {
  @Field(() => String, { nullable: true, description: 'Street and house number.' })
  street!: string | null;

  @Field(() => String, { nullable: true, description: 'City or town.' })
  city!: string | null;

  @Field(() => String, { nullable: true, description: 'State, province or region.' })
  region!: string | null;

  @Field(() => String, { nullable: true, description: 'Postal code, as it is written in that country.' })
  postalCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Country as ISO 3166-1 alpha-2, such as `IT`.' })
  country!: string | null;
}

@InputType({ description: 'A postal address. It replaces the one before as a whole.' })
export class AddressInput {
  @Field(() => String, { nullable: true, description: 'Street and house number.' })
  @IsOptional()
  @MaxLength(200)
  street?: string | null;

  @Field(() => String, { nullable: true, description: 'City or town.' })
  @IsOptional()
  @MaxLength(100)
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'State, province or region.' })
  @IsOptional()
  @MaxLength(100)
  region?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal code.' })
  @IsOptional()
  @MaxLength(20)
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Country as ISO 3166-1 alpha-2, in capitals.' })
  @IsOptional()
  @IsUppercase()
  @IsISO31661Alpha2()
  country?: string | null;
}

/** The five columns of a record that has one address: nothing to change for undefined, all empty for null. */
export function addressColumns(given: AddressInput | null | undefined): Partial<Address> {
  if (given === undefined) return {};
  const { street = null, city = null, region = null, postalCode = null, country = null } = given ?? {};
  return { street, city, region, postalCode, country };
}

/** The address in a record's columns; null when nothing of it is known. */
export function addressOf({ street, city, region, postalCode, country }: Address): Address | null {
  const address = { street, city, region, postalCode, country };
  return Object.values(address).some((part) => part !== null) ? address : null;
}
