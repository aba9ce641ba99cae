import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { NotificationChannel } from '../messages/channels';
import { NotificationCategory } from './notification.enums';

export enum PreferenceLock {
  ALWAYS_SENT = 'ALWAYS_SENT',
  STOPPED = 'STOPPED',
  CONSENT_WITHDRAWN = 'CONSENT_WITHDRAWN',
  NO_CONSENT = 'NO_CONSENT',
}
registerEnumType(PreferenceLock, {
  name: 'PreferenceLock',
  description: 'Why a switch does not count.',
  valuesConfig: {
    ALWAYS_SENT: { description: 'You ask for it each time, such as a link to a new password.' },
    STOPPED: { description: 'Your phone answered STOP; answer START to be written to again.' },
    CONSENT_WITHDRAWN: { description: 'You said that you do not want to be written to on this channel.' },
    NO_CONSENT: { description: 'Advertising wants your consent first: `recordConsent`.' },
  },
});

@ObjectType({ description: 'Whether you are told about something on a channel: one switch.' })
export class NotificationPreference {
  @Field(() => NotificationCategory, { description: 'What it is about.' })
  category!: NotificationCategory;

  @Field(() => NotificationChannel, { description: 'Where you are told.' })
  channel!: NotificationChannel;

  @Field({ description: 'Whether you are told, as things stand; what is locked off is false.' })
  enabled!: boolean;

  @Field({ description: 'What holds until you choose.' })
  enabledByDefault!: boolean;

  @Field(() => PreferenceLock, {
    nullable: true,
    description: 'Why the switch does not count; null: it does.',
  })
  lock!: PreferenceLock | null;
}
