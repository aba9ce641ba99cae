import 'reflect-metadata';
import { ApiError } from '../../shared/errors';
import { Money } from '../../shared/money';

const euro = (amount: string) => Money.from({ amount, currency: 'EUR' }, 'input.cost');

/** Amounts, weights and rates, the same for the same seed (mulberry32). */
function random(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return { whole, weight: () => `${whole(0, 999)}.${whole(0, 9999)}` };
}

function refused(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    if (error instanceof ApiError) return { code: error.code, fields: error.extensions.fields };
    throw error;
  }
  return 'accepted';
}

describe('amounts in and out', () => {
  test.each([
    ['1234.50', 'EUR', 123450],
    ['1234.5', 'EUR', 123450],
    ['-0.07', 'USD', -7],
    ['0', 'GBP', 0],
    ['1500', 'JPY', 1500],
    ['0.005', 'KWD', 5],
    ['12.345', 'TND', 12345],
    ['100.25', 'HUF', 10025],
    ['100.25', 'PKR', 10025],
    ['90071992547409.91', 'EUR', Number.MAX_SAFE_INTEGER],
  ])('%s %s is %d minor units', (amount, currency, minorUnits) => {
    expect(Money.from({ amount, currency }, 'cost').minorUnits).toBe(minorUnits);
  });

  test.each([
    [123450, 'EUR', '1234.50'],
    [-7, 'USD', '-0.07'],
    [0, 'EUR', '0.00'],
    [-0, 'EUR', '0.00'],
    [1500, 'JPY', '1500'],
    [5, 'KWD', '0.005'],
    [-12345, 'TND', '-12.345'],
    [Number.MAX_SAFE_INTEGER, 'EUR', '90071992547409.91'],
  ])('%d minor units of %s are written %s', (minorUnits, currency, amount) => {
    expect(new Money(minorUnits, currency).amount).toBe(amount);
  });

  test('what is written can be read back, to the unit', () => {
    const { whole } = random(1);
    for (let round = 0; round < 2000; round += 1) {
      const currency = ['EUR', 'JPY', 'KWD'][whole(0, 2)]!;
      const money = new Money(whole(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER), currency);
      expect(Money.from(money, 'cost')).toEqual(money);
    }
  });

  test.each([
    ['1.234', 'EUR', 'input.cost.amount', 'DECIMALS'],
    ['1.5', 'JPY', 'input.cost.amount', 'DECIMALS'],
    ['1,50', 'EUR', 'input.cost.amount', 'AMOUNT'],
    ['1e3', 'EUR', 'input.cost.amount', 'AMOUNT'],
    ['', 'EUR', 'input.cost.amount', 'AMOUNT'],
    ['.5', 'EUR', 'input.cost.amount', 'AMOUNT'],
    ['90071992547409.92', 'EUR', 'input.cost.amount', 'OUT_OF_RANGE'],
    ['1.00', 'EURO', 'input.cost.currency', 'CURRENCY'],
    ['1.00', 'eur', 'input.cost.currency', 'CURRENCY'],
    ['1.00', 'ZZZ', 'input.cost.currency', 'CURRENCY'],
  ])('%s %s is refused at %s with %s', (amount, currency, path, code) => {
    expect(refused(() => Money.from({ amount, currency }, 'input.cost'))).toEqual({
      code: 'BAD_INPUT',
      fields: [expect.objectContaining({ path, code })],
    });
  });

  test('two columns are one amount, or none', () => {
    expect(Money.ofColumns(250, 'EUR')).toEqual(new Money(250, 'EUR'));
    expect(Money.ofColumns(null, null)).toBeNull();
  });
});

describe('arithmetic', () => {
  test('adds and subtracts exactly', () => {
    expect(euro('0.10').plus(euro('0.20')).amount).toBe('0.30');
    expect(euro('0.30').minus(euro('0.40')).amount).toBe('-0.10');
    expect(Money.zero('EUR').plus(euro('5')).compare(euro('5.00'))).toBe(0);
    expect(euro('1').compare(euro('2'))).toBeLessThan(0);
  });

  test('does not mix currencies, nor leave the safe range', () => {
    expect(() => euro('1').plus(new Money(1, 'USD'))).toThrow(RangeError);
    expect(() => euro('1').compare(new Money(1, 'USD'))).toThrow(RangeError);
    expect(() => new Money(Number.MAX_SAFE_INTEGER, 'EUR').plus(new Money(1, 'EUR'))).toThrow(RangeError);
    expect(() => new Money(0.5, 'EUR')).toThrow(RangeError);
    expect(() => new Money(1, 'XX')).toThrow(RangeError);
  });

  test.each([
    ['0.05', '0.5', '0.03'],
    ['-0.05', '0.5', '-0.03'],
    ['0.05', '0.49', '0.02'],
    ['100.00', '0.22', '22.00'],
    // 1.005 is below a half as a binary fraction.
    ['1.00', '1.005', '1.01'],
    ['-1.00', '1.005', '-1.01'],
    // Just below a half, by the 23rd digit: a product cut to 20 digits first would be rounded up.
    ['90071992547409.91', '0.4999999999999999999999', '45035996273704.95'],
  ])('%s times %s is %s, half away from zero', (amount, rate, product) => {
    expect(euro(amount).times(rate).amount).toBe(product);
  });
});

describe('allocation', () => {
  test('gives the odd units to the largest remainders, the first of equals first', () => {
    const parts = (amount: string, weights: string[]) =>
      euro(amount)
        .allocate(weights)
        .map((part) => part.amount);
    expect(parts('100.00', ['1', '1', '1'])).toEqual(['33.34', '33.33', '33.33']);
    expect(parts('-100.00', ['1', '1', '1'])).toEqual(['-33.34', '-33.33', '-33.33']);
    expect(parts('0.05', ['0.7', '0.3'])).toEqual(['0.04', '0.01']);
    expect(parts('10.00', ['0', '2.5', '0'])).toEqual(['0.00', '10.00', '0.00']);
  });

  test('the parts sum to the whole, each within a unit of its share', () => {
    const { whole, weight } = random(7);
    for (let round = 0; round < 2000; round += 1) {
      const money = new Money(whole(-10_000_000, 10_000_000), 'EUR');
      const weights = ['1', ...Array.from({ length: whole(0, 12) }, weight)];
      const parts = money.allocate(weights);
      expect(parts.reduce((sum, part) => sum.plus(part))).toEqual(money);
      const total = weights.reduce((sum, part) => sum + Number(part), 0);
      parts.forEach((part, index) => {
        const share = (money.minorUnits * Number(weights[index])) / total;
        expect(Math.abs(part.minorUnits - share)).toBeLessThan(1 + 1e-6);
      });
    }
  });

  test('refuses weights that say nothing', () => {
    expect(() => euro('1').allocate([])).toThrow(RangeError);
    expect(() => euro('1').allocate(['0', '0'])).toThrow(RangeError);
    expect(() => euro('1').allocate(['2', '-1'])).toThrow(RangeError);
  });
});
