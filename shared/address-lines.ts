import type { Address } from './address';

/** Countries that write the code behind the town; the others write it before. */
const CODE_LAST = new Set([
  'US',
  'CA',
  'GB',
  'IE',
  'AU',
  'NZ',
  'IN',
  'PK',
  'BD',
  'LK',
  'SG',
  'ZA',
  'NG',
  'GH',
]);

/** An address as it is written on letters from `home`: the country only where it is another one. */
export function addressLines(address: Address | null, home: string | null, language: string): string[] {
  if (!address) return [];
  const { street, city, region, postalCode, country } = address;
  const last = country !== null && CODE_LAST.has(country);
  const town = last
    ? [[city, region].filter(Boolean).join(', '), postalCode]
    : [postalCode, city, region && `(${region})`];
  const abroad = country !== null && country !== home;
  return [
    ...(street ?? '').split(/\r?\n/),
    town.filter(Boolean).join(' '),
    abroad ? (new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country) : '',
  ].filter((line) => line.trim());
}
