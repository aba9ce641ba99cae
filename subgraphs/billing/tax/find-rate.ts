import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import { isId } from '../../../shared/ids';
import { TaxCategory } from './tax-category';
import type { TaxRate } from './tax-rate.entity';
import { everyTaxRate } from './tax-rate.loader';

/** How a line says which tax it bears: by the rate, by the category, or not at all. */
export interface TaxAsked {
  taxRateId?: string | null;
  taxCategory?: TaxCategory | null;
}

/** The rates of an organisation, as documents of one day choose among them. */
export class RatesOf {
  private constructor(
    private readonly rates: readonly TaxRate[],
    private readonly day: string,
    private readonly country: string,
  ) {}

  static async day(tx: Transaction, day: string, country: string): Promise<RatesOf> {
    return new RatesOf(
      await tx.rows(everyTaxRate, sql`true`, sql`order by t.percent desc, t.id`),
      day,
      country,
    );
  }

  /** By category it is the centre's country's; of several the highest, so that nobody is charged too little tax. */
  choose({ taxRateId, taxCategory }: TaxAsked, path: string): TaxRate {
    if (taxRateId) return this.inForce(taxRateId, `${path}.taxRateId`);
    const category = taxCategory ?? TaxCategory.STANDARD;
    const rate = this.among(category) ?? (taxCategory ? undefined : this.among(TaxCategory.OUTSIDE));
    if (!rate)
      throw badField(
        `${path}.${taxCategory ? 'taxCategory' : 'taxRateId'}`,
        'NO_TAX_RATE',
        `There is no rate of the category ${category} in force in ${this.country}: say which rate it bears.`,
      );
    return rate;
  }

  /** The rate that a line bears, provided that it may be charged on this day. */
  inForce(id: string, path: string): TaxRate {
    const rate = isId(id) ? this.rates.find((one) => one.id === id) : undefined;
    if (!rate) throw badField(path, 'UNKNOWN', 'There is no such tax rate.');
    if (rate.validFrom > this.day)
      throw badField(path, 'RATE_NOT_YET', `The tax rate ${rate.name} begins on ${rate.validFrom}.`);
    if (rate.validTo !== null && rate.validTo < this.day)
      throw badField(path, 'RATE_ENDED', `The tax rate ${rate.name} ended on ${rate.validTo}.`);
    return rate;
  }

  private among(category: TaxCategory): TaxRate | undefined {
    return this.rates.find(
      (rate) =>
        rate.category === category &&
        rate.country === this.country &&
        rate.validFrom <= this.day &&
        (rate.validTo === null || rate.validTo >= this.day),
    );
  }
}
