import { IsOptional, Length, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { TokenDelivery } from './sign-in.types';

@InputType({ description: 'A sign-in.' })
export class LoginInput {
  @Field({ description: 'E-mail or phone, in any spelling; a phone may leave out its own country’s code.' })
  @Length(1, 254)
  login!: string;

  @Field({ description: 'The password.' })
  @Length(1, 1000)
  password!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The organisation’s slug; may be left out where there is only one.',
  })
  @IsOptional()
  @MaxLength(60)
  organisation?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the authenticator, or a recovery code. Needed after MFA_REQUIRED.',
  })
  @IsOptional()
  @MaxLength(40)
  mfaCode?: string | null;

  @Field(() => TokenDelivery, {
    defaultValue: TokenDelivery.COOKIE,
    description: 'How the refresh token comes.',
  })
  tokenDelivery!: TokenDelivery;
}
