import { registerEnumType } from 'type-graphql';

export enum InspectionItemKind {
  CONDITION = 'CONDITION',
  MEASURE = 'MEASURE',
  YES_NO = 'YES_NO',
  TEXT = 'TEXT',
}
registerEnumType(InspectionItemKind, {
  name: 'InspectionItemKind',
  description: 'What is recorded of an item.',
  valuesConfig: {
    CONDITION: { description: 'How it is, as a traffic light: a rating.' },
    MEASURE: { description: 'A value in a unit, which rates itself by its limits.' },
    YES_NO: { description: 'The answer to a question, which rates itself when it is not as expected.' },
    TEXT: { description: 'Words.' },
  },
});

export enum InspectionRating {
  OK = 'OK',
  ATTENTION = 'ATTENTION',
  URGENT = 'URGENT',
  NOT_APPLICABLE = 'NOT_APPLICABLE',
}
registerEnumType(InspectionRating, {
  name: 'InspectionRating',
  description: 'How an item is: green, yellow or red.',
  valuesConfig: {
    OK: { description: 'Green: nothing is to be done.' },
    ATTENTION: { description: 'Yellow: it will have to be done soon.' },
    URGENT: { description: 'Red: it has to be done now.' },
    NOT_APPLICABLE: { description: 'The vehicle has no such thing, or it cannot be seen.' },
  },
});
