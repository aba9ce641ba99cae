import { Decimal } from 'decimal.js';
import { Money } from '../../../../shared/money';
import type { LineFacts } from '../../documents/line-facts';
import type { RatesOf } from '../../tax/find-rate';
import { taxCategoryOf } from '../../tax/tax-category';
import type { Price, WorkLine } from './work-to-bill';

/** As fine as a line is: pieces of a thousandth, times hours of a ten-thousandth. */
const DECIMALS = 7;
const LONGEST_DESCRIPTION = 1000;

/** The lines of a draft, in the order that they were done in; what came to nothing is left out. */
export const linesOfWork =
  (lines: readonly WorkLine[], currency: string) =>
  (rates: RatesOf): LineFacts[] =>
    lines
      .map((line, index) => lineOf(line, currency, rates, `lines.${index}`))
      .filter(({ quantity }) => Number(quantity) > 0);

function lineOf(line: WorkLine, currency: string, rates: RatesOf, path: string): LineFacts {
  const { type, code, unitPrice, serviceItemId, partId } = line;
  const known = line.taxCategory ? taxCategoryOf(line.taxCategory) : null;
  const rate = rates.choose({ taxCategory: known }, path);
  const isOurs = unitPrice?.currency === currency;
  return {
    type,
    code,
    description: said(line, currency).slice(0, LONGEST_DESCRIPTION),
    quantity: new Decimal(line.quantity).toDecimalPlaces(DECIMALS).toFixed(),
    unitPriceMinor: isOurs ? unitPrice.minorUnits : 0,
    discountPercent: line.discountPercent,
    discountMinor: isOurs ? line.discountMinor : null,
    taxRateId: rate.id,
    taxCategory: rate.category,
    taxPercent: rate.percent,
    taxReason: rate.reason,
    serviceItemId,
    partId,
  };
}

/** A price in another currency is for a person to look at, and so stands in the words. */
const said = ({ description, unitPrice }: WorkLine, currency: string): string =>
  unitPrice && unitPrice.currency !== currency ? `${description} (${shown(unitPrice)})` : description;

function shown({ minorUnits, currency }: Price): string {
  return `${new Money(minorUnits, currency).amount} ${currency}`;
}
