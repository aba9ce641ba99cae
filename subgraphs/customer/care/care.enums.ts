import { registerEnumType } from 'type-graphql';

export enum FeedbackType {
  SERVICE = 'SERVICE',
  PRODUCT = 'PRODUCT',
  OVERALL = 'OVERALL',
}
registerEnumType(FeedbackType, {
  name: 'FeedbackType',
  description: 'What feedback is about.',
  valuesConfig: {
    SERVICE: { description: 'The work that was done.' },
    PRODUCT: { description: 'What was sold or fitted.' },
    OVERALL: { description: 'All of it.' },
  },
});

export enum ComplaintCategory {
  SERVICE_QUALITY = 'SERVICE_QUALITY',
  BILLING = 'BILLING',
  PARTS = 'PARTS',
  DELAY = 'DELAY',
  BEHAVIOUR = 'BEHAVIOUR',
  OTHER = 'OTHER',
}
registerEnumType(ComplaintCategory, {
  name: 'ComplaintCategory',
  description: 'What a complaint is about.',
  valuesConfig: {
    SERVICE_QUALITY: { description: 'The work that was done.' },
    BILLING: { description: 'An amount, an invoice, a payment.' },
    PARTS: { description: 'Parts that were fitted or sold.' },
    DELAY: { description: 'It took too long.' },
    BEHAVIOUR: { description: 'How somebody was treated.' },
    OTHER: { description: 'Something else.' },
  },
});

export enum ComplaintPriority {
  LOW = 'LOW',
  MEDIUM = 'MEDIUM',
  HIGH = 'HIGH',
  URGENT = 'URGENT',
}
registerEnumType(ComplaintPriority, {
  name: 'ComplaintPriority',
  description: 'How urgent a complaint is, and by when it is to be resolved unless somebody says otherwise.',
  valuesConfig: {
    LOW: { description: 'When there is time: within ten days.' },
    MEDIUM: { description: 'As usual: within five days.' },
    HIGH: { description: 'Before the usual ones: within two days.' },
    URGENT: { description: 'At once: within a day.' },
  },
});
