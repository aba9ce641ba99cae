import { IsInt, IsOptional, MaxLength, MinLength } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { NotificationChannel } from '../channels';
import { type KindName, MessageKind } from '../kinds/catalogue';
import { LONGEST_SUBJECT, longestBody, MessageLanguage } from '../kinds/render';

@InputType({ description: 'Which texts. Everything given must hold.' })
export class MessageTemplateFilter {
  @Field(() => MessageKind, { nullable: true, description: 'Only those of this sort of message.' })
  kind?: KindName | null;

  @Field(() => NotificationChannel, { nullable: true, description: 'Only those for this channel.' })
  channel?: NotificationChannel | null;

  @Field(() => MessageLanguage, { nullable: true, description: 'Only those in this language.' })
  language?: MessageLanguage | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only your own; false: only those built in.' })
  isOwn?: boolean | null;
}

@InputType({ description: 'A text of your own, or null for the one that is built in.' })
export class UpdateMessageTemplateInput {
  @Field(() => MessageKind, { description: 'What the message is for.' })
  kind!: KindName;

  @Field(() => NotificationChannel, { description: 'Where it is used.' })
  channel!: NotificationChannel;

  @Field(() => MessageLanguage, { description: 'Its language.' })
  language!: MessageLanguage;

  @Field(() => String, {
    nullable: true,
    description:
      'Subject or title, for e-mail and notifications; left out or null: the one that is built in.',
  })
  @IsOptional()
  @MinLength(1)
  @MaxLength(LONGEST_SUBJECT)
  subject?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `The text, with placeholders as \`{{name}}\`; a text message has at most ${longestBody(
      NotificationChannel.SMS,
    )} characters. Null: back to what is built in.`,
  })
  @IsOptional()
  @MinLength(1)
  @MaxLength(longestBody(NotificationChannel.EMAIL))
  body?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw, 0 for a built-in text; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}
