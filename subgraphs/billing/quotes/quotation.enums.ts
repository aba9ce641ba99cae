import { registerEnumType } from 'type-graphql';

export enum DecidedThrough {
  LINK = 'LINK',
  ACCOUNT = 'ACCOUNT',
  STAFF = 'STAFF',
}
registerEnumType(DecidedThrough, {
  name: 'QuotationDecidedThrough',
  description: 'By what means a quotation was accepted or rejected.',
  valuesConfig: {
    LINK: { description: 'By the customer, through the link that was sent.' },
    ACCOUNT: { description: 'By the customer, signed in.' },
    STAFF: { description: 'By the staff, for the customer at the counter or on the phone, or for the shop.' },
  },
});

export enum ConversionKind {
  SERVICE_REQUEST = 'SERVICE_REQUEST',
  COUNTER_ORDER = 'COUNTER_ORDER',
}
registerEnumType(ConversionKind, {
  name: 'QuotationConversionKind',
  description: 'What an accepted quotation becomes.',
  valuesConfig: {
    SERVICE_REQUEST: { description: 'Work on the vehicle.' },
    COUNTER_ORDER: { description: 'Parts sold over the counter.' },
  },
});
