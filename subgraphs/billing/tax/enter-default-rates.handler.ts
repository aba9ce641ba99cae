import type { EventHandler } from '../../../shared/events/handler';
import { DEFAULT_RATES_FROM, defaultRates } from './default-rates';
import { TaxRate } from './tax-rate.entity';

/** A new shop finds its country's rates there. */
export const enterDefaultRates: EventHandler = {
  event: 'OrganisationCreated',
  name: 'billing.enter-default-tax-rates',
  async handle(tx, { name: event, payload: { country } }) {
    if (typeof country !== 'string') throw new Error(`${event} without a country.`);
    for (const rate of defaultRates(country))
      await tx.insert(TaxRate, { ...rate, country, validFrom: DEFAULT_RATES_FROM });
  },
};
