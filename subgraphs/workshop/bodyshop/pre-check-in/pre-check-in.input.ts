import { IsEmail, IsOptional, Length, Matches, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { LocalDateScalar } from '../../../../shared/scalars';

const NOT_BLANK = { message: 'this cannot be blank' };

@InputType({ description: 'A car that somebody without an account announces.' })
export class PreCheckInInput {
  @Field(() => String, {
    nullable: true,
    description: 'The organisation’s slug; not needed where there is only one.',
  })
  @IsOptional()
  @MaxLength(100)
  organisation?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the service centre that they would come to; not needed where only one is open.',
  })
  @IsOptional()
  @Length(1, 20)
  serviceCentre?: string | null;

  @Field({ description: 'First name.' })
  @Length(1, 80)
  @Matches(/\S/, NOT_BLANK)
  firstName!: string;

  @Field({ description: 'Last name.' })
  @Length(1, 80)
  @Matches(/\S/, NOT_BLANK)
  lastName!: string;

  @Field({
    description:
      'Phone in any usual spelling; without a country code it is read as one of the service centre’s country.',
  })
  @Length(1, 40)
  phone!: string;

  @Field(() => String, { nullable: true, description: 'E-mail.' })
  @IsOptional()
  @MaxLength(254)
  @IsEmail({}, { message: 'this is not an e-mail address' })
  email?: string | null;

  @Field({ description: 'Plate, as it stands on the car.' })
  @Length(1, 20)
  @Matches(/[\p{L}\p{N}]/u, { message: 'a plate has at least one letter or digit' })
  plate!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Country of the plate, ISO 3166-1 alpha-2. Default: the service centre’s.',
  })
  @IsOptional()
  @Matches(/^[A-Za-z]{2}$/, { message: 'country is two letters' })
  plateCountry?: string | null;

  @Field({ description: 'Manufacturer.' })
  @Length(1, 60)
  @Matches(/\S/, NOT_BLANK)
  make!: string;

  @Field({ description: 'Model.' })
  @Length(1, 60)
  @Matches(/\S/, NOT_BLANK)
  model!: string;

  @Field({ description: 'What is damaged or wished for.' })
  @Length(1, 4000)
  @Matches(/\S/, NOT_BLANK)
  damage!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day that they would like to come.' })
  preferredDate?: string | null;

  @Field({
    description:
      'Makes a repeated call return the first result; take a new random one for each form that is sent.',
  })
  @Length(8, 200)
  idempotencyKey!: string;
}
