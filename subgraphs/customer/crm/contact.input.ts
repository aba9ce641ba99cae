import { IsEmail, IsInt, IsOptional, Length, Matches, MaxLength } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';

@InputType()
abstract class ContactFields {
  @Field(() => String, {
    nullable: true,
    description: 'How they belong to the customer, such as `spouse` or `driver`.',
  })
  @IsOptional()
  @MaxLength(60)
  relation?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone in any usual spelling.' })
  @IsOptional()
  @MaxLength(40)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail; kept in lower case.' })
  @IsOptional()
  @MaxLength(254)
  @IsEmail({}, { message: 'this is not an e-mail address' })
  email?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether to turn to this contact first; whoever was first before no longer is.',
  })
  isPrimary?: boolean | null;
}

const NAME = { message: 'a contact has a name' };

@InputType({ description: 'A contact to add to a customer.' })
export class AddContactInput extends ContactFields {
  @Field({ description: 'Name.' })
  @Length(1, 120)
  @Matches(/\S/, NAME)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to a contact: what is left out stays, null clears.' })
export class UpdateContactInput extends ContactFields {
  @Field(() => String, { nullable: true, description: 'Name.' })
  @IsOptional()
  @Length(1, 120)
  @Matches(/\S/, NAME)
  name?: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}
