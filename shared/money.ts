import { Decimal } from 'decimal.js';
import { GraphQLSafeInt } from 'graphql-scalars';
import { Directive, Field, InputType, ObjectType } from 'type-graphql';
import { badField } from './errors';

/** Wide enough that the product of an amount and a rate is rounded once, by us, half away from zero. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** A rate, hours or a quantity: a decimal or its text, never a binary fraction. */
export type Rate = string | Decimal;

const KNOWN = new Set(Intl.supportedValuesOf('currency'));

/**
 * Decimals of the currencies that do not have two, as ISO 4217 has them. Not from Intl: it knows how prices are
 * usually shown (no decimals for HUF, PKR, COP, IQD and 13 more), which changes from one Node to the next, and
 * with it the meaning of every amount that is stored.
 */
const DECIMALS = new Map([
  ...codes('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF', 0),
  ...codes('BHD IQD JOD KWD LYD OMR TND', 3),
]);

function codes(list: string, decimals: number): [string, number][] {
  return list.split(' ').map((code) => [code, decimals]);
}

export const isCurrency = (code: string): boolean => KNOWN.has(code);

/** How many decimals amounts of a currency have. */
export const decimalsOf = (currency: string): number => DECIMALS.get(currency) ?? 2;

const AMOUNT = /^(-?)(\d{1,16})(?:\.(\d+))?$/;

@InputType({ description: 'An amount of money.' })
export class MoneyInput {
  @Field({ description: 'A decimal such as `1234.50`, with no more decimals than the currency has.' })
  amount!: string;

  @Field({ description: 'Currency as ISO 4217, such as `EUR`.' })
  currency!: string;
}

/** An amount of money: whole minor units and a currency. It never changes; arithmetic makes another. */
@ObjectType({ description: 'An amount of money.' })
@Directive('@shareable')
export class Money {
  @Field(() => GraphQLSafeInt, {
    description:
      'The amount in the currency’s smallest unit, such as cents: a whole number to calculate with.',
  })
  readonly minorUnits: number;

  @Field(() => String, { description: 'Currency as ISO 4217, such as `EUR`.' })
  readonly currency: string;

  constructor(minorUnits: number, currency: string) {
    if (!Number.isSafeInteger(minorUnits))
      throw new RangeError('An amount is whole minor units, below 2^53.');
    if (!isCurrency(currency)) throw new RangeError(`${currency} is not a currency.`);
    this.minorUnits = minorUnits || 0;
    this.currency = currency;
  }

  static zero(currency: string): Money {
    return new Money(0, currency);
  }

  /** What a client sent; `path` is where, for the error. */
  static from({ amount, currency }: MoneyInput, path: string): Money {
    if (!isCurrency(currency))
      throw badField(
        `${path}.currency`,
        'CURRENCY',
        'A currency is an ISO 4217 code in capitals, such as EUR.',
      );
    const [, sign, whole, fraction = ''] = AMOUNT.exec(amount) ?? [];
    if (whole === undefined)
      throw badField(`${path}.amount`, 'AMOUNT', 'An amount is a decimal such as 1234.50.');
    const decimals = decimalsOf(currency);
    if (fraction.length > decimals)
      throw badField(`${path}.amount`, 'DECIMALS', `${currency} has ${decimals} decimals.`);
    const minorUnits = Number(sign + whole + fraction.padEnd(decimals, '0'));
    if (!Number.isSafeInteger(minorUnits))
      throw badField(`${path}.amount`, 'OUT_OF_RANGE', 'The amount is too large.');
    return new Money(minorUnits, currency);
  }

  /** From its two columns, which are both null or neither. */
  static ofColumns(minorUnits: number | null, currency: string | null): Money | null {
    return minorUnits === null || currency === null ? null : new Money(minorUnits, currency);
  }

  @Field(() => String, {
    description: 'The amount as a decimal with all decimals of its currency: `1234.50`.',
  })
  get amount(): string {
    const decimals = decimalsOf(this.currency);
    const digits = String(Math.abs(this.minorUnits)).padStart(decimals + 1, '0');
    const [whole, fraction] = [
      digits.slice(0, digits.length - decimals),
      digits.slice(digits.length - decimals),
    ];
    return `${this.minorUnits < 0 ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
  }

  plus(other: Money): Money {
    return new Money(this.minorUnits + this.sameCurrency(other).minorUnits, this.currency);
  }

  minus(other: Money): Money {
    return new Money(this.minorUnits - this.sameCurrency(other).minorUnits, this.currency);
  }

  /** Multiplied, divided where `per` is given, and rounded once, to the minor unit: half away from zero. */
  times(rate: Rate, per: Rate = '1'): Money {
    const exact = new Exact(this.minorUnits).times(rate).div(per);
    return new Money(exact.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber(), this.currency);
  }

  /** Below zero when this is less, 0 when they are equal. */
  compare(other: Money): number {
    return Math.sign(this.minorUnits - this.sameCurrency(other).minorUnits);
  }

  /**
   * Split in proportion to the weights, so that the parts sum to the whole: each gets its share rounded towards
   * zero, then one unit each goes to those with the largest remainders, the first of equals first.
   */
  allocate(weights: readonly Rate[]): Money[] {
    const whole = wholeNumbers(weights);
    const total = whole.reduce((sum, weight) => sum + weight, 0n);
    if (total === 0n || whole.some((weight) => weight < 0n))
      throw new RangeError('Weights are not negative, and not all zero.');
    const amount = BigInt(Math.abs(this.minorUnits));
    const shares = whole.map((weight) => (amount * weight) / total);
    let left = Number(amount - shares.reduce((sum, share) => sum + share, 0n));
    const remainders = whole.map((weight, index) => ({ index, rest: (amount * weight) % total }));
    remainders.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
    for (const { index } of remainders) if (left-- > 0) shares[index]! += 1n;
    const sign = this.minorUnits < 0 ? -1 : 1;
    return shares.map((share) => new Money(sign * Number(share), this.currency));
  }

  private sameCurrency(other: Money): Money {
    if (other.currency !== this.currency)
      throw new RangeError(`${this.currency} and ${other.currency} do not mix.`);
    return other;
  }
}

/** The weights, all multiplied by one power of ten that makes them whole. */
function wholeNumbers(weights: readonly Rate[]): bigint[] {
  const exact = weights.map((weight) => new Exact(weight));
  const scale = Math.max(0, ...exact.map((weight) => weight.decimalPlaces()));
  return exact.map((weight) => BigInt(weight.times(new Exact(10).pow(scale)).toFixed(0)));
}
