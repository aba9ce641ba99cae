import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { SignedIn } from '../../../shared/access/permission';
import { sealed } from '../../../shared/database/sealed';
import { TenantRecord } from '../../../shared/entity';
import { type KindName, MessageKind } from '../messages/kinds/catalogue';
import { NotificationCategory, NotificationType } from './notification.enums';

@ObjectType({ description: 'Something that you are told in the application.' })
@SignedIn()
@Entity({ schema: 'customer', name: 'notification' })
export class Notification extends TenantRecord {
  @Column('uuid')
  userId!: string;

  @Field(() => MessageKind, { description: 'What it is for.' })
  @Column('text')
  kind!: KindName;

  @Field(() => NotificationType, { description: 'How it is meant.' })
  @Column('text')
  type!: NotificationType;

  @Field(() => NotificationCategory, { description: 'What it is about.' })
  @Column('text')
  category!: NotificationCategory;

  @Field({ description: 'One line.' })
  @Column('text', { transformer: sealed('customer.notification.title') })
  title!: string;

  @Field({ description: 'The whole text, in your language.' })
  @Column('text', { transformer: sealed('customer.notification.message') })
  message!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What sort of record it is about, such as `JobCard`; null if it is about none.',
  })
  @Column('text', { nullable: true })
  relatedType!: string | null;

  @Field(() => String, { nullable: true, description: 'The id of the record that it is about.' })
  @Column('uuid', { nullable: true })
  relatedId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where to go from here: a path of the frontend such as `/job-cards/…`.',
  })
  @Column('text', { nullable: true })
  actionUrl!: string | null;

  @Field(() => Date, { nullable: true, description: 'When you read it; null while it is new.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  readAt!: Date | null;
}
