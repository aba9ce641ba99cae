import type { Transaction } from '../../../shared/database/transaction';
import { badField, conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { addDays } from '../../../shared/time-zone';
import { organisationOf } from '../peers';
import { TaxCategory } from './tax-category';
import { TaxRate } from './tax-rate.entity';
import type { CreateTaxRateInput } from './tax-rate.input';
import { everyTaxRate, taxRates } from './tax-rate.loader';

const REVERSE_CHARGE_REASON = 'Reverse charge';

export async function createTaxRate(context: Context, input: CreateTaxRateInput): Promise<TaxRate> {
  requireConsistent(input);
  const { country } = await organisationOf(context);
  const { name, category, percent, validFrom, validTo = null, replacesId = null } = input;
  const reason =
    input.reason?.trim() ?? (category === TaxCategory.REVERSE_CHARGE ? REVERSE_CHARGE_REASON : null);
  const { id } = await context.once(
    { operation: 'createTaxRate', key: input.idempotencyKey, input },
    async (tx) => {
      if (replacesId) await endBefore(tx, replacesId, validFrom);
      const rate = await tx.insert(TaxRate, {
        name: name.trim(),
        country: input.country ?? country,
        category,
        percent,
        reason,
        validFrom,
        validTo,
        replacesId,
      });
      emit(tx, 'TaxRateCreated', rate.id);
      return { id: rate.id };
    },
  );
  return context.loadOrFail(taxRates, id);
}

function requireConsistent({ category, percent, reason, validFrom, validTo }: CreateTaxRateInput): void {
  const none = Number(percent) === 0;
  if (category === TaxCategory.REDUCED && none)
    throw badField(
      'input.percent',
      'NOT_POSITIVE',
      'A reduced rate is above 0; without tax it is a zero rate.',
    );
  if (category !== TaxCategory.REDUCED && category !== TaxCategory.STANDARD && !none)
    throw badField('input.percent', 'NO_TAX', `A rate of the category ${category} has no percentage.`);
  if (category === TaxCategory.EXEMPT && !reason)
    throw badField('input.reason', 'REQUIRED', 'Documents must state why there is no tax.');
  if (validTo && validTo < validFrom)
    throw badField('input.validTo', 'BEFORE_START', 'It cannot end before it begins.');
}

/** The one before is in force until the day before, unless it ended earlier. */
async function endBefore(tx: Transaction, id: string, validFrom: string): Promise<void> {
  const rate = await tx.lock(everyTaxRate, id);
  const lastDay = addDays(validFrom, -1);
  if (lastDay < rate.validFrom)
    throw badField('input.validFrom', 'BEFORE_PREDECESSOR', `The rate before begins on ${rate.validFrom}.`);
  if (rate.validTo === null || rate.validTo > lastDay)
    await tx.update(TaxRate, rate, { validTo: lastDay }, 'retire');
}

export interface Retiring {
  id: string;
  lastDay: string;
  expectedVersion?: number | null;
}

/** Documents of the days before go on bearing it; what has been issued is never touched. */
export async function retireTaxRate(
  context: Context,
  { id, lastDay, expectedVersion }: Retiring,
): Promise<TaxRate> {
  await context.transaction(async (tx) => {
    const rate = await tx.lock(taxRates, id, expectedVersion);
    if (lastDay < rate.validFrom)
      throw badField('lastDay', 'BEFORE_START', `The rate begins on ${rate.validFrom}.`);
    if (rate.validTo === lastDay) return;
    if (rate.validTo !== null && rate.validTo < lastDay)
      throw conflict(`The tax rate ended on ${rate.validTo}: enter a new one.`, {
        current: { id, version: rate.version },
      });
    await tx.update(TaxRate, rate, { validTo: lastDay }, 'retire');
    emit(tx, 'TaxRateRetired', id);
  });
  return context.loadOrFail(taxRates, id);
}

const emit = (tx: Transaction, name: 'TaxRateCreated' | 'TaxRateRetired', id: string): void =>
  tx.emit({ name, subjectType: 'TaxRate', subjectId: id });
