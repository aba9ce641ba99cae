import { TaxCategory } from './tax-category';
import type { TaxRate } from './tax-rate.entity';

type DefaultRate = Pick<TaxRate, 'name' | 'category' | 'percent'>;

const standard = (percent: string): DefaultRate => ({
  name: 'Standard rate',
  category: TaxCategory.STANDARD,
  percent,
});
const ZERO: DefaultRate = { name: 'Zero rate', category: TaxCategory.ZERO, percent: '0' };

/** What a shop begins with. Elsewhere its accountant enters the rates: a guessed tax is worse than none. */
const DEFAULT_RATES: Readonly<Record<string, readonly DefaultRate[]>> = {
  GB: [standard('20'), ZERO],
  IT: [standard('22')],
  KE: [standard('16'), ZERO],
  // Sales tax is each state's own, and so is whether repairs bear it.
  US: [{ name: 'No sales tax', category: TaxCategory.OUTSIDE, percent: '0' }],
};

/** Older than any document: what the shop wrote before it came here bore them, too. */
export const DEFAULT_RATES_FROM = '2000-01-01';

export const defaultRates = (country: string): readonly DefaultRate[] => DEFAULT_RATES[country] ?? [];
