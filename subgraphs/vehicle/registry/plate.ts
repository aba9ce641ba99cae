import { badField } from '../../../shared/errors';

/** What two spellings of one plate have in common: `ab 12-cde` and `AB12CDE`. */
export const plateKey = (plate: string): string => plate.toUpperCase().replace(/[^A-Z0-9]/g, '');

export interface PlateColumns {
  plate: string | null;
  plateKey: string | null;
  plateCountry: string | null;
}

export function plateColumns(plate: { number: string; country: string } | null | undefined): PlateColumns {
  if (!plate) return { plate: null, plateKey: null, plateCountry: null };
  const key = plateKey(plate.number);
  if (!key) throw badField('input.plate.number', 'PLATE', 'A plate has at least one letter or digit.');
  return { plate: plate.number.trim(), plateKey: key, plateCountry: plate.country.toUpperCase() };
}
