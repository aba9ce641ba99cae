import { IsOptional, Length, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { IsLanguage } from '../identity/validation';

@InputType({
  description:
    'In two steps. First without a token: who wants an account; a link is sent to the address. Then with the token from that link, or from an invitation: the password, which completes the account.',
})
export class RegisterInput {
  @Field(() => String, {
    nullable: true,
    description: 'The token from a verification link or an invitation. The rest is then known already.',
  })
  @IsOptional()
  @Length(1, 200)
  token?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'With a token, the password: from 10 to 200 characters; nothing that is guessed first.',
  })
  @IsOptional()
  @Length(1, 1000)
  password?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Without a token: the organisation’s slug; may be left out where there is only one.',
  })
  @IsOptional()
  @MaxLength(60)
  organisation?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Without a token: the e-mail or phone to sign in with, to which the link is sent.',
  })
  @IsOptional()
  @Length(1, 254)
  login?: string | null;

  @Field(() => String, { nullable: true, description: 'Without a token: first name.' })
  @IsOptional()
  @Length(1, 80)
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'Without a token: last name; may be left out.' })
  @IsOptional()
  @MaxLength(80)
  lastName?: string | null;

  @Field(() => String, { nullable: true, description: 'Language and region to write in, such as `it-IT`.' })
  @IsOptional()
  @IsLanguage()
  locale?: string | null;
}
