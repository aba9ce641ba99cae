import { registerEnumType } from 'type-graphql';

export enum NotificationCategory {
  REQUEST = 'REQUEST',
  APPROVAL = 'APPROVAL',
  APPOINTMENT = 'APPOINTMENT',
  JOB_CARD = 'JOB_CARD',
  INVENTORY = 'INVENTORY',
  INVOICE = 'INVOICE',
  REMINDER = 'REMINDER',
  CARE = 'CARE',
  LEAD = 'LEAD',
  MARKETING = 'MARKETING',
  SYSTEM = 'SYSTEM',
}
registerEnumType(NotificationCategory, {
  name: 'NotificationCategory',
  description: 'What notifications and messages are about: what somebody switches on and off together.',
  valuesConfig: {
    REQUEST: { description: 'What became of a service request.' },
    APPROVAL: { description: 'Something waits for a decision.' },
    APPOINTMENT: { description: 'An appointment was booked, moved or called off, or is near.' },
    JOB_CARD: { description: 'The work on a vehicle, and what staff write about it.' },
    INVENTORY: { description: 'Parts: for a job, to be bought, or ordered over the counter.' },
    INVOICE: { description: 'Invoices and payments.' },
    REMINDER: { description: 'A service or an inspection of a vehicle is due.' },
    CARE: { description: 'Feedback and complaints.' },
    LEAD: { description: 'People who may become customers.' },
    MARKETING: { description: 'Advertising; only with consent.' },
    SYSTEM: { description: 'Links to sign in and word about the account.' },
  },
});

export enum NotificationType {
  INFO = 'INFO',
  SUCCESS = 'SUCCESS',
  WARNING = 'WARNING',
  ERROR = 'ERROR',
  APPROVAL = 'APPROVAL',
}
registerEnumType(NotificationType, {
  name: 'NotificationType',
  description: 'How a notification is meant, for its colour and its picture.',
  valuesConfig: {
    INFO: { description: 'To know.' },
    SUCCESS: { description: 'Something went well.' },
    WARNING: { description: 'Something may go wrong.' },
    ERROR: { description: 'Something went wrong.' },
    APPROVAL: { description: 'A decision is asked for.' },
  },
});
