import { Field, Int, ObjectType } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { NotificationCategory } from '../../notifications/notification.enums';
import { NotificationChannel } from '../channels';
import { type KindName, MessageKind } from '../kinds/catalogue';
import { MessageLanguage } from '../kinds/render';

@ObjectType({
  description: 'The text of one sort of message, for one channel in one language: built in, or your own.',
})
@Permission('messageTemplates:read')
export class MessageTemplate {
  @Field(() => MessageKind, { description: 'What the message is for.' })
  kind!: KindName;

  @Field(() => NotificationCategory, { description: 'What it is about, as preferences sort it.' })
  category!: NotificationCategory;

  @Field(() => NotificationChannel, { description: 'Where it is used.' })
  channel!: NotificationChannel;

  @Field(() => MessageLanguage, { description: 'Its language.' })
  language!: MessageLanguage;

  @Field(() => String, {
    nullable: true,
    description: 'Subject of an e-mail, or title of a notification, as it is used; null for other channels.',
  })
  subject!: string | null;

  @Field({ description: 'The text as it is used, with its placeholders.' })
  body!: string;

  @Field(() => String, { nullable: true, description: 'The subject that is built in.' })
  builtInSubject!: string | null;

  @Field({ description: 'The text that is built in.' })
  builtInBody!: string;

  @Field(() => [String], { description: 'What may stand in it as `{{name}}`; a message puts values there.' })
  placeholders!: string[];

  @Field({ description: 'Whether it is your own.' })
  isOwn!: boolean;

  @Field(() => Int, {
    description:
      'Counts the changes of your own text; pass it as `expectedVersion` to be told of a conflict. 0: built in.',
  })
  version!: number;

  @Field(() => Date, { nullable: true, description: 'When your own text last changed; null: built in.' })
  updatedAt!: Date | null;
}
