import { badField } from '../../../shared/errors';

const CHECK_POSITION = 8;
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
/** The letters' values run from 1 to 9, three times, with gaps; I, O and Q have none. */
const LETTERS = 'ABCDEFGH JKLMN P R STUVWXYZ';
/** Makers in North America and China must set the check digit; others put there what they like. */
const CHECKED_MAKERS = /^([1-5]|7[F-Z0-9]|L)/;

const signValue = (sign: string): number => (sign <= '9' ? Number(sign) : (LETTERS.indexOf(sign) % 9) + 1);

export function expectedCheckDigit(vin: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * signValue(vin[index]!), 0);
  const remainder = sum % 11;
  return remainder === 10 ? 'X' : String(remainder);
}

export const checkDigitFits = (vin: string): boolean => vin[CHECK_POSITION] === expectedCheckDigit(vin);

export const mustFit = (vin: string): boolean => CHECKED_MAKERS.test(vin);

/** The VIN in capitals; its 17 signs have been checked. Undefined and null are passed on. */
export function vinColumn(vin: string | null | undefined): string | null | undefined {
  const capitals = vin?.toUpperCase() ?? vin;
  if (capitals && mustFit(capitals) && !checkDigitFits(capitals))
    throw badField('input.vin', 'VIN_CHECK_DIGIT', 'The check digit does not fit: a sign is wrong.');
  return capitals;
}
