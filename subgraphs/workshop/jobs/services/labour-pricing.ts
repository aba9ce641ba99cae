import { Decimal } from 'decimal.js';
import { registerEnumType } from 'type-graphql';
import { badField } from '../../../../shared/errors';
import { Money } from '../../../../shared/money';

export enum LabourPricing {
  FIXED = 'FIXED',
  HOURLY = 'HOURLY',
}
registerEnumType(LabourPricing, {
  name: 'LabourPricing',
  description: 'What the unit price of a service is the price of.',
  valuesConfig: {
    FIXED: { description: 'Of each one, however long it takes.' },
    HOURLY: { description: 'Of each hour of labour.' },
  },
});

/** What a piece of work is priced by, as it is stored. */
export interface Priced {
  quantity: string;
  labourHours: string | null;
  pricing: LabourPricing;
  priceMinor: number | null;
  priceCurrency: string | null;
}

/** How many unit prices it comes to: pieces, or hours. */
export const billedQuantity = ({ quantity, labourHours, pricing }: Priced): string =>
  (pricing === LabourPricing.HOURLY
    ? new Decimal(quantity).times(labourHours ?? 0)
    : new Decimal(quantity)
  ).toFixed();

export const unitPriceOf = ({ priceMinor, priceCurrency }: Priced): Money | null =>
  Money.ofColumns(priceMinor, priceCurrency);

/** Rounded once; null while there is no price. */
export const amountOf = (work: Priced): Money | null =>
  unitPriceOf(work)?.times(billedQuantity(work)) ?? null;

/** So that all that a job comes to can be summed up exactly. */
const MOST_MINOR_UNITS = 10 ** 12;

export function demandPayable(work: Priced, path: string): void {
  if (new Decimal(work.priceMinor ?? 0).times(billedQuantity(work)).gt(MOST_MINOR_UNITS))
    throw badField(`${path}.unitPrice.amount`, 'OUT_OF_RANGE', 'The amount is too large.');
}
