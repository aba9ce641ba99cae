import { registerEnumType } from 'type-graphql';

export enum MessageChannel {
  EMAIL = 'EMAIL',
  SMS = 'SMS',
  WHATSAPP = 'WHATSAPP',
}
registerEnumType(MessageChannel, {
  name: 'MessageChannel',
  description: 'By what means a message goes out.',
  valuesConfig: {
    EMAIL: { description: 'By e-mail.' },
    SMS: { description: 'As a text message to a phone.' },
    WHATSAPP: { description: 'By WhatsApp to a phone.' },
  },
});

/** The ways out of the program, and the list in the application itself. */
export enum NotificationChannel {
  IN_APP = 'IN_APP',
  EMAIL = 'EMAIL',
  SMS = 'SMS',
  WHATSAPP = 'WHATSAPP',
}
registerEnumType(NotificationChannel, {
  name: 'NotificationChannel',
  description: 'Where somebody is told something.',
  valuesConfig: {
    IN_APP: { description: 'In the list of notifications of their account.' },
    EMAIL: { description: 'By e-mail.' },
    SMS: { description: 'As a text message to a phone.' },
    WHATSAPP: { description: 'By WhatsApp to a phone.' },
  },
});

export const MESSAGE_CHANNELS = Object.values(MessageChannel);
export const NOTIFICATION_CHANNELS = Object.values(NotificationChannel);

export const asMessageChannel = (channel: NotificationChannel): MessageChannel | null =>
  MESSAGE_CHANNELS.find((each) => each === (channel as string)) ?? null;
