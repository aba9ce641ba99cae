import { badField } from '../../../../shared/errors';
import { Money, type MoneyInput } from '../../../../shared/money';
import type { Context } from '../../../../shared/subgraph/context';
import { demandCurrency, type Labour, labourOf, type Place } from '../services/labour';
import type { LabourInput } from '../services/labour.input';
import { amountOf } from '../services/labour-pricing';
import type { AdditionalService } from './additional-service.entity';

const PATH = 'input.amount';

export const linesOf = (context: Context, lines: readonly LabourInput[], place: Place): Promise<Labour[]> =>
  Promise.all(lines.map((line, index) => labourOf(context, line, `input.lines.${index}`, place)));

export const proposedAmount = ({ amountMinor, amountCurrency }: AdditionalService): Money =>
  new Money(amountMinor, amountCurrency);

type AmountColumns = Pick<AdditionalService, 'amountMinor' | 'amountCurrency'>;

/** At least what the lines come to: what is above it pays for parts. */
export function amountColumns(
  lines: readonly Labour[],
  given: MoneyInput | null | undefined,
  currency: string,
): AmountColumns {
  const sum = lines.reduce((total, line) => total.plus(amountOf(line) ?? zero(currency)), zero(currency));
  const amount = given ? givenAmount(given, currency) : sum;
  if (!given && lines.some((line) => line.priceMinor === null))
    throw badField(PATH, 'REQUIRED', 'A line has no price: say the amount to approve.');
  if (amount.compare(sum) < 0)
    throw badField(`${PATH}.amount`, 'BELOW_LINES', `The lines come to ${sum.amount} ${currency}.`);
  return { amountMinor: amount.minorUnits, amountCurrency: currency };
}

const zero = (currency: string): Money => Money.zero(currency);

function givenAmount(given: MoneyInput, currency: string): Money {
  const amount = Money.from(given, PATH);
  demandCurrency(amount, PATH, currency);
  return amount;
}
