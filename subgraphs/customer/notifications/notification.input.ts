import { ArrayMaxSize, ArrayMinSize, ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { NotificationChannel } from '../messages/channels';
import { NotificationCategory } from './notification.enums';

@InputType({ description: 'Which of your notifications. Everything given must hold.' })
export class NotificationFilter {
  @Field(() => Boolean, { nullable: true, description: 'True: only new ones; false: only those you read.' })
  unread?: boolean | null;

  @Field(() => NotificationCategory, { nullable: true, description: 'Only those about this.' })
  category?: NotificationCategory | null;
}

@InputType({ description: 'One switch: what about, where, and whether.' })
export class NotificationPreferenceInput {
  @Field(() => NotificationCategory, { description: 'What it is about.' })
  category!: NotificationCategory;

  @Field(() => NotificationChannel, { description: 'Where you are told.' })
  channel!: NotificationChannel;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether you want it; null: back to the default.',
  })
  enabled?: boolean | null;
}

const MOST_SWITCHES = 50;

@InputType({ description: 'Switches to set; the others stay as they are.' })
export class UpdateNotificationPreferencesInput {
  @Field(() => [NotificationPreferenceInput], { description: `The switches, at most ${MOST_SWITCHES}.` })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_SWITCHES)
  @ValidateNested({ each: true })
  preferences!: NotificationPreferenceInput[];
}
