import { badField } from '../../../shared/errors';
import type { PlateInput } from './vehicle.input';

/**
 * What two spellings of one plate have in common: `ab 12-cde` and `AB12CDE`. Letters of every script count: a car
 * from Mühldorf (MÜ) is not one from Munich (M).
 */
export const plateKey = (plate: string): string =>
  plate
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

export interface PlateColumns {
  plate: string | null;
  plateKey: string | null;
  plateCountry: string | null;
}

/** `path` is where the plate stands in the input, for the error. */
export function plateColumns(plate: PlateInput | null | undefined, path: string): PlateColumns {
  if (!plate) return { plate: null, plateKey: null, plateCountry: null };
  const key = plateKey(plate.number);
  if (!key) throw badField(`${path}.number`, 'PLATE', 'A plate has at least one letter or digit.');
  return { plate: plate.number.trim(), plateKey: key, plateCountry: plate.country.toUpperCase() };
}
