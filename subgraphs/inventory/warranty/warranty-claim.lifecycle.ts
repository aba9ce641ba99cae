import { registerEnumType } from 'type-graphql';
import { defineLifecycle } from '../../../shared/lifecycle';

export const warrantyClaimLifecycle = defineLifecycle({
  name: 'WarrantyClaimStatus',
  description: 'Where a claim under warranty stands.',
  initial: 'OPEN',
  states: {
    OPEN: { means: 'Made; the supplier has not answered.', next: ['ACCEPTED', 'REFUSED'] },
    ACCEPTED: { means: 'The supplier stands for it, and owes money or parts.', next: ['SETTLED'] },
    REFUSED: {
      means: 'The supplier does not stand for it; what was claimed is free again. Final.',
      next: [],
    },
    SETTLED: { means: 'The supplier gave the money or the parts. Final.', next: [] },
  },
});

export type WarrantyClaimStatus = (typeof warrantyClaimLifecycle.states)[number];
export const WarrantyClaimStatus = warrantyClaimLifecycle.enumeration;

export enum WarrantyDecision {
  ACCEPTED = 'ACCEPTED',
  REFUSED = 'REFUSED',
  SETTLED = 'SETTLED',
}
registerEnumType(WarrantyDecision, {
  name: 'WarrantyDecision',
  description: 'What became of a claim under warranty.',
  valuesConfig: {
    ACCEPTED: { description: 'The supplier stands for it.' },
    REFUSED: { description: 'The supplier does not, for the reason that is given.' },
    SETTLED: { description: 'Of an accepted one: the supplier gave the money or the parts.' },
  },
});

export enum WarrantySettlement {
  CREDIT = 'CREDIT',
  REPLACEMENT = 'REPLACEMENT',
}
registerEnumType(WarrantySettlement, {
  name: 'WarrantySettlement',
  description: 'How a claim under warranty was settled.',
  valuesConfig: {
    CREDIT: { description: 'With money.' },
    REPLACEMENT: { description: 'With parts, which came into stock at what the faulty ones had cost.' },
  },
});
