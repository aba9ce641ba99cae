import { registerEnumType } from 'type-graphql';

export enum ApprovalMeans {
  LINK = 'LINK',
  ACCOUNT = 'ACCOUNT',
  IN_PERSON = 'IN_PERSON',
  PHONE = 'PHONE',
  EMAIL = 'EMAIL',
  MESSAGE = 'MESSAGE',
  OTHER = 'OTHER',
}
registerEnumType(ApprovalMeans, {
  name: 'ApprovalMeans',
  description: 'How a customer let the shop know what they decided.',
  valuesConfig: {
    LINK: { description: 'By the link in a message, without an account.' },
    ACCOUNT: { description: 'Signed in to their own account.' },
    IN_PERSON: { description: 'At the counter, or at the vehicle.' },
    PHONE: { description: 'On the phone.' },
    EMAIL: { description: 'By e-mail.' },
    MESSAGE: { description: 'By SMS, WhatsApp or the like.' },
    OTHER: { description: 'Otherwise; the note says how.' },
  },
});

export enum ApprovalDecision {
  APPROVE = 'APPROVE',
  DECLINE = 'DECLINE',
}
registerEnumType(ApprovalDecision, {
  name: 'ApprovalDecision',
  description: 'What a customer decides about proposed work.',
  valuesConfig: {
    APPROVE: { description: 'It shall be done for the amount that was seen.' },
    DECLINE: { description: 'It shall not be done.' },
  },
});
