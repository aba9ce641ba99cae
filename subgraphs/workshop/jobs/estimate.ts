import { badField } from '../../../shared/errors';
import { Money, type MoneyInput } from '../../../shared/money';
import type { JobCard } from './job-card.entity';

type EstimateColumns = Partial<Pick<JobCard, 'estimatedCostMinor' | 'estimatedCostCurrency'>>;

/** An estimate as it is stored: nothing when it was left out, nulls to clear it. */
export function estimateColumns(estimate: MoneyInput | null | undefined): EstimateColumns {
  if (estimate === undefined) return {};
  if (estimate === null) return { estimatedCostMinor: null, estimatedCostCurrency: null };
  const { minorUnits, currency } = Money.from(estimate, 'input.estimatedCost');
  if (minorUnits < 0) throw badField('input.estimatedCost.amount', 'MIN', 'An estimate is not below zero.');
  return { estimatedCostMinor: minorUnits, estimatedCostCurrency: currency };
}

export const estimateOf = (card: JobCard): Money | null =>
  Money.ofColumns(card.estimatedCostMinor, card.estimatedCostCurrency);
