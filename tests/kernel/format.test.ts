import 'reflect-metadata';
import type { Address } from '../../shared/address';
import { addressLines } from '../../shared/address-lines';
import { formatDay, formatDecimal, formatInstant, formatMoney, formatPercent } from '../../shared/format';
import { inLanguage } from '../../shared/language';
import { Money } from '../../shared/money';

/** ICU sets spaces of several kinds. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

it.each([
  [123450, 'EUR', 'it-IT', '1234,50 €'],
  [123456789, 'EUR', 'it-IT', '1.234.567,89 €'],
  [123450, 'EUR', 'en-GB', '€1,234.50'],
  [-123450, 'GBP', 'en-GB', '-£1,234.50'],
  [123456789, 'INR', 'en-IN', '₹12,34,567.89'],
  [123450, 'KES', 'sw-KE', 'Ksh 1,234.50'],
  // Two decimals as ISO 4217 has them, although prices are usually shown without.
  [123450, 'HUF', 'hu-HU', '1234,50 Ft'],
  [123450, 'JPY', 'en-US', '¥123,450'],
  [123450, 'KWD', 'en-US', 'KWD 123.450'],
  [0, 'EUR', 'de-DE', '0,00 €'],
  // More digits than a binary fraction holds.
  [Number.MAX_SAFE_INTEGER, 'EUR', 'de-DE', '90.071.992.547.409,91 €'],
])('%d minor units of %s are written in %s as %s', (minorUnits, currency, locale, written) => {
  expect(plain(formatMoney(new Money(minorUnits, currency), locale))).toBe(written);
});

it('numbers, rates and days are written as the locale does', () => {
  expect(formatDecimal('1234.500', 'it-IT')).toBe('1234,5');
  expect(formatDecimal('0.333333', 'en-GB')).toBe('0.333333');
  expect(formatDecimal('2.000', 'sw-KE')).toBe('2');
  expect(formatPercent('22', 'en-GB')).toBe('22%');
  expect(formatPercent('7.7', 'it-IT')).toBe('7,7%');
  expect(formatPercent('0.125', 'en-GB')).toBe('0.125%');
  expect(formatDay('2026-03-05', 'en-GB')).toBe('5 March 2026');
  expect(formatDay('2026-03-05', 'it-IT')).toBe('5 marzo 2026');
  const instant = new Date('2026-11-20T23:30:00Z');
  expect(formatInstant(instant, 'en-GB', 'Europe/Rome')).toBe('21 Nov 2026, 00:30');
  expect(formatInstant(instant, 'en-GB', 'America/New_York')).toBe('20 Nov 2026, 18:30');
});

describe('an address', () => {
  const milan: Address = {
    street: 'Via Roma 1\nScala B',
    city: 'Milano',
    region: 'MI',
    postalCode: '20121',
    country: 'IT',
  };
  const nairobi: Address = {
    street: 'Moi Avenue 5',
    city: 'Nairobi',
    region: null,
    postalCode: '00100',
    country: 'KE',
  };

  it('is written as its country does, with the country abroad alone', () => {
    expect(addressLines(milan, 'IT', 'it-IT')).toEqual(['Via Roma 1', 'Scala B', '20121 Milano (MI)']);
    expect(addressLines(nairobi, 'IT', 'it-IT')).toEqual(['Moi Avenue 5', '00100 Nairobi', 'Kenya']);
    const austin = { street: '1 Main St', city: 'Austin', region: 'TX', postalCode: '78701', country: 'US' };
    expect(addressLines(austin, 'IT', 'it-IT')).toEqual(['1 Main St', 'Austin, TX 78701', 'Stati Uniti']);
  });

  it('has no lines for what nobody knows', () => {
    const nothing = { street: null, city: null, region: null, postalCode: null, country: null };
    expect(addressLines(nothing, 'IT', 'it-IT')).toEqual([]);
    expect(addressLines(null, 'IT', 'it-IT')).toEqual([]);
    expect(addressLines({ ...nothing, region: 'MI', country: 'IT' }, 'IT', 'it')).toEqual(['(MI)']);
  });
});

it('texts are in the language of the locale, in English where there are none', () => {
  const texts = { en: 'yes', it: 'sì', sw: 'ndiyo' };
  const of = (locale: string) => inLanguage(texts, locale);
  expect(['it-IT', 'IT', 'sw-KE', 'en-GB', 'de-DE', 'constructor', ''].map(of)).toEqual([
    'sì',
    'sì',
    'ndiyo',
    'yes',
    'yes',
    'yes',
    'yes',
  ]);
});
