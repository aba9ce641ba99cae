import { defineLifecycle } from '../../../../shared/lifecycle';

export const stocktakeLifecycle = defineLifecycle({
  name: 'StocktakeStatus',
  description: 'Where a stocktake stands.',
  initial: 'COUNTING',
  states: {
    COUNTING: { means: 'Parts are being counted; stock is as it was.', next: ['POSTED', 'CANCELLED'] },
    POSTED: { means: 'Stock was put right by what was counted. Final.', next: [] },
    CANCELLED: { means: 'Given up; stock is as it was. Final.', next: [] },
  },
});

export type StocktakeStatus = (typeof stocktakeLifecycle.states)[number];
export const StocktakeStatus = stocktakeLifecycle.enumeration;
