import { IsEnum, IsOptional, Length, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { MessageChannel } from '../messages/channels';

@InputType({ description: 'Another password for oneself.' })
export class ChangePasswordInput {
  @Field({ description: 'The password until now.' })
  @Length(1, 1000)
  currentPassword!: string;

  @Field({ description: 'From 10 to 200 characters; nothing that is guessed first.' })
  @Length(1, 1000)
  newPassword!: string;
}

@InputType({ description: 'For whom a new password is asked.' })
export class PasswordResetRequestInput {
  @Field({ description: 'E-mail or phone, as for signing in.' })
  @Length(1, 254)
  login!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The organisation’s slug; may be left out where there is only one.',
  })
  @IsOptional()
  @MaxLength(60)
  organisation?: string | null;

  @Field(() => MessageChannel, {
    defaultValue: MessageChannel.EMAIL,
    description: 'How the link is sent; the other way, if the account has no address for this one.',
  })
  @IsEnum(MessageChannel)
  channel!: MessageChannel;
}

@InputType({ description: 'A new password, with the link that was sent.' })
export class ResetPasswordInput {
  @Field({ description: 'The token from the link.' })
  @Length(1, 200)
  token!: string;

  @Field({ description: 'From 10 to 200 characters; nothing that is guessed first.' })
  @Length(1, 1000)
  newPassword!: string;
}
