import { VinRegion } from './vin.type';

/** The order in which signs are given out: digits come last, and the nought behind the nine. */
const ORDER = 'ABCDEFGHJKLMNPRSTUVWXYZ1234567890';

/**
 * The first two signs, by country, as ISO 3780 has them: `from-to` within one first sign. Only what is certain; the
 * rest is unknown rather than wrong.
 */
const COUNTRIES: readonly (readonly [string, string])[] = [
  ['AA-AH', 'ZA'],
  ['J', 'JP'],
  ['KL-KR', 'KR'],
  ['L', 'CN'],
  ['MA-ME', 'IN'],
  ['MF-MK', 'ID'],
  ['ML-MR', 'TH'],
  ['NL-NR', 'TR'],
  ['PL-PR', 'MY'],
  ['SA-SM', 'GB'],
  ['SN-ST', 'DE'],
  ['SU-SZ', 'PL'],
  ['TA-TH', 'CH'],
  ['TJ-TP', 'CZ'],
  ['TR-TV', 'HU'],
  ['TW-T1', 'PT'],
  ['UU-UZ', 'RO'],
  ['U5-U7', 'SK'],
  ['VA-VE', 'AT'],
  ['VF-VR', 'FR'],
  ['VS-VW', 'ES'],
  ['W', 'DE'],
  ['XL-XR', 'NL'],
  ['XS-XW', 'RU'],
  ['X3-X0', 'RU'],
  ['YA-YE', 'BE'],
  ['YF-YK', 'FI'],
  ['YS-YW', 'SE'],
  ['ZA-ZR', 'IT'],
  ['1', 'US'],
  ['2', 'CA'],
  ['3A-3W', 'MX'],
  ['4', 'US'],
  ['5', 'US'],
  ['6A-6W', 'AU'],
  ['7A-7E', 'NZ'],
  ['7F-70', 'US'],
  ['8A-8E', 'AR'],
  ['9A-9E', 'BR'],
  ['93-99', 'BR'],
];

const isWithin = (range: string, first: string, second: string): boolean => {
  const [from = '', to] = range.split('-');
  if (from[0] !== first) return false;
  if (!to) return true;
  const at = ORDER.indexOf(second);
  return ORDER.indexOf(from[1]!) <= at && at <= ORDER.indexOf(to[1]!);
};

/** ISO 3166-1 alpha-2; null when unknown. */
export const countryOf = (vin: string): string | null =>
  COUNTRIES.find(([range]) => isWithin(range, vin[0]!, vin[1]!))?.[1] ?? null;

const REGIONS: readonly (readonly [RegExp, VinRegion])[] = [
  [/^[A-H]/, VinRegion.AFRICA],
  [/^[J-R]/, VinRegion.ASIA],
  [/^[S-Z]/, VinRegion.EUROPE],
  [/^([1-5]|7[F-Z0-9])/, VinRegion.NORTH_AMERICA],
  [/^[67]/, VinRegion.OCEANIA],
  [/^[890]/, VinRegion.SOUTH_AMERICA],
];

export const regionOf = (vin: string): VinRegion => REGIONS.find(([signs]) => signs.test(vin))![1];
