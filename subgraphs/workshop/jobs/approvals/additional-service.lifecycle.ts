import { defineLifecycle } from '../../../../shared/lifecycle';

export const additionalServiceLifecycle = defineLifecycle({
  name: 'AdditionalServiceStatus',
  description: 'Where proposed work stands.',
  initial: 'PROPOSED',
  states: {
    PROPOSED: {
      means: 'The customer has not decided yet.',
      next: ['APPROVED', 'DECLINED', 'WITHDRAWN'],
    },
    APPROVED: { means: 'The customer wants it done for this amount. Final.', next: [] },
    DECLINED: { means: 'The customer does not want it. Final.', next: [] },
    WITHDRAWN: { means: 'The shop does not propose it any more. Final.', next: [] },
  },
});

export type AdditionalServiceStatus = (typeof additionalServiceLifecycle.states)[number];
export const AdditionalServiceStatus = additionalServiceLifecycle.enumeration;
