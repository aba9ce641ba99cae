import { IsEmail, IsOptional, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { IsLanguage, IsName } from './validation';

@InputType({ description: 'Changes to your own account: what is left out stays, null clears.' })
export class UpdateProfileInput {
  @Field(() => String, { nullable: true, description: 'First name.' })
  @IsOptional()
  @IsName(80)
  firstName?: string;

  @Field(() => String, { nullable: true, description: 'Last name.' })
  @IsOptional()
  @MaxLength(80)
  lastName?: string;

  @Field(() => String, {
    nullable: true,
    description: 'BCP 47, such as `it-IT`; null for the organisation’s.',
  })
  @IsOptional()
  @IsLanguage()
  locale?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail to sign in with. Needs `currentPassword`.' })
  @IsOptional()
  @IsEmail()
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone to sign in with. Needs `currentPassword`.' })
  @IsOptional()
  @MaxLength(40)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Needed when e-mail or phone change.' })
  @IsOptional()
  @MaxLength(500)
  currentPassword?: string | null;
}
