import { ArrayMaxSize, IsOptional } from 'class-validator';
import { ArgsType, Field, InputType, ObjectType } from 'type-graphql';
import { LiveArgs, LiveUpdate } from '../../../../shared/live/live-field';
import { Notification } from '../notification.entity';
import { NotificationCategory } from '../notification.enums';

@InputType({ description: 'Which of your notifications. Everything given must hold.' })
export class NotificationReceivedFilter {
  @Field(() => [NotificationCategory], { nullable: true, description: 'About one of these.' })
  @IsOptional()
  @ArrayMaxSize(20)
  categories?: NotificationCategory[] | null;
}

@ArgsType()
export class NotificationReceivedArgs extends LiveArgs {
  @Field(() => NotificationReceivedFilter, { defaultValue: {}, description: 'Which of them.' })
  filter!: NotificationReceivedFilter;
}

@ObjectType({ description: 'You were told something.' })
export class NotificationReceived extends LiveUpdate {
  @Field(() => Notification, { description: 'What.' })
  notification!: Notification;
}
