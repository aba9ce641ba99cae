import { defineLifecycle } from '../../../../shared/lifecycle';

export const deliveryLifecycle = defineLifecycle({
  name: 'WebhookDeliveryStatus',
  description: 'How far the delivery of an event has come.',
  initial: 'PENDING',
  states: {
    PENDING: {
      means: 'It waits for its first attempt or for the next one.',
      next: ['DELIVERED', 'FAILED', 'WITHHELD'],
    },
    DELIVERED: { means: 'The endpoint answered with a status from 200 to 299.', next: ['PENDING'] },
    FAILED: { means: 'Every attempt of three days failed.', next: ['PENDING'] },
    WITHHELD: {
      means:
        'It was not sent: the endpoint was switched off, the client has ended, or it may not see what the event is about.',
      next: ['PENDING'],
    },
  },
});

export const WebhookDeliveryStatus = deliveryLifecycle.enumeration;
export type WebhookDeliveryStatus = keyof typeof WebhookDeliveryStatus;
