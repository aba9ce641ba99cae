import { registerEnumType } from 'type-graphql';

/** In the order in which they tell where a card stands, when it waits for several. */
export enum JobCardWait {
  PARTS = 'PARTS',
  APPROVAL = 'APPROVAL',
  OTHER = 'OTHER',
}
registerEnumType(JobCardWait, {
  name: 'JobCardWait',
  description: 'What a job card waits for.',
  valuesConfig: {
    PARTS: { description: 'Parts that are not reserved for it in full.' },
    APPROVAL: { description: 'What the customer decides about additional work.' },
    OTHER: { description: 'Whatever it was paused for.' },
  },
});

export const WAITS = Object.values(JobCardWait);
