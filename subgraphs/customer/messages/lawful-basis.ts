import { registerEnumType } from 'type-graphql';

/** Why a message may be sent: recorded with it, as rule 22 and the law want. */
export enum LawfulBasis {
  REQUESTED = 'REQUESTED',
  CONTRACT = 'CONTRACT',
  LEGITIMATE_INTEREST = 'LEGITIMATE_INTEREST',
  CONSENT = 'CONSENT',
}
registerEnumType(LawfulBasis, {
  name: 'LawfulBasis',
  description: 'Why a message may be sent to somebody.',
  valuesConfig: {
    REQUESTED: { description: 'They asked for it at that moment, such as a link to a new password.' },
    CONTRACT: { description: 'It is about work that they ordered.' },
    LEGITIMATE_INTEREST: {
      description: 'The organisation has to tell its own people, or reminds of a duty.',
    },
    CONSENT: { description: 'They said that they want to be written to.' },
  },
});

export enum SuppressionReason {
  STOPPED = 'STOPPED',
  CONSENT_WITHDRAWN = 'CONSENT_WITHDRAWN',
  NO_CONSENT = 'NO_CONSENT',
  SWITCHED_OFF = 'SWITCHED_OFF',
  NO_ADDRESS = 'NO_ADDRESS',
}
registerEnumType(SuppressionReason, {
  name: 'SuppressionReason',
  description: 'Why a message was not sent although there was reason to.',
  valuesConfig: {
    STOPPED: { description: 'A word such as STOP came from this phone, and no START since.' },
    CONSENT_WITHDRAWN: { description: 'The customer does not want to be written to on this channel.' },
    NO_CONSENT: { description: 'It is advertising, and the customer has not said that they want any.' },
    SWITCHED_OFF: { description: 'They switched this sort of message off for this channel.' },
    NO_ADDRESS: { description: 'No address is known for any of the channels.' },
  },
});
