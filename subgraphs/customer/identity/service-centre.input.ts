import {
  IsEmail,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AddressInput } from '../../../shared/address';
import { IsName, IsZone } from './validation';

const CODE = /^[A-Za-z0-9]{2,12}$/;
const CODE_MESSAGE = { message: 'code has 2 to 12 letters and digits' };

/** What sign-up asks for as well, about the first one. */
@InputType()
abstract class ServiceCentreFacts {
  @Field(() => AddressInput, {
    nullable: true,
    description: 'Where it is. Without a country, it is in the organisation’s.',
  })
  @IsOptional()
  @ValidateNested()
  address?: AddressInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'Phone as it is dialled in the centre’s country, or with + and the country code.',
  })
  @IsOptional()
  @MaxLength(40)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail of the front desk.' })
  @IsOptional()
  @IsEmail()
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'IANA time zone. Default when it is made: the organisation’s.',
  })
  @IsOptional()
  @IsZone()
  timeZone?: string;
}

@InputType({ description: 'The first service centre of an organisation that signs up.' })
export class FirstServiceCentreInput extends ServiceCentreFacts {
  @Field(() => String, { nullable: true, description: 'Its name. Default: the organisation’s.' })
  @IsOptional()
  @IsName(120)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Letters and digits. Default: `MAIN`.' })
  @IsOptional()
  @Matches(CODE, CODE_MESSAGE)
  code?: string | null;
}

@InputType({ description: 'A service centre to open.' })
export class CreateServiceCentreInput extends ServiceCentreFacts {
  @Field({ description: 'Name as customers know it.' })
  @IsName(120)
  name!: string;

  @Field({ description: 'Letters and digits, unique in the organisation; kept in capitals.' })
  @Matches(CODE, CODE_MESSAGE)
  code!: string;

  @Field(() => ID, { nullable: true, description: 'The user who runs it.' })
  @IsOptional()
  @IsUUID()
  managerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to a service centre: what is left out stays, null clears.' })
export class UpdateServiceCentreInput extends ServiceCentreFacts {
  @Field(() => String, { nullable: true, description: 'Name as customers know it.' })
  @IsOptional()
  @IsName(120)
  name?: string;

  @Field(() => String, { nullable: true, description: 'Letters and digits, unique in the organisation.' })
  @IsOptional()
  @Matches(CODE, CODE_MESSAGE)
  code?: string;

  @Field(() => ID, { nullable: true, description: 'The user who runs it.' })
  @IsOptional()
  @IsUUID()
  managerId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'False closes it for new work.' })
  active?: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'Which service centres. Everything given must hold.' })
export class ServiceCentreFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only those that take work, or only closed ones.' })
  active?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Any part of name, code or city.' })
  @IsOptional()
  @Length(2, 60)
  search?: string | null;
}
