import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';
import { LiveUpdate } from '../../../../shared/live/live-field';
import { Notification } from '../notification.entity';
import { NotificationCategory } from '../notification.enums';

@InputType({ description: 'Which of your notifications. Everything given must hold.' })
export class NotificationReceivedFilter {
  @Field(() => [NotificationCategory], { nullable: true, description: 'About one of these.' })
  @IsOptional()
  @ArrayMaxSize(20)
  categories?: NotificationCategory[] | null;
}

@ObjectType({ description: 'You were told something.' })
export class NotificationReceived extends LiveUpdate {
  @Field(() => Notification, { description: 'What.' })
  notification!: Notification;
}
