import { equalInConstantTime, newToken } from '../../../../shared/security/tokens';

/** Two plates and two phones: as the records have them now, and as somebody announced the car. */
const MOST_FACTORS = 4;
const PHONE_DIGITS = 4;

/** What two spellings of one plate have in common. */
const plateFactor = (plate: string): string =>
  plate
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

export interface Knowledge {
  plates: readonly (string | null | undefined)[];
  phones: readonly (string | null | undefined)[];
}

/** What somebody must know beside the code: one of these. */
export function factorsOf({ plates, phones }: Knowledge): string[] {
  const digits = phones.map((phone) => phone?.replace(/\D/g, '').slice(-PHONE_DIGITS));
  const all = [...plates.map((plate) => plate && plateFactor(plate)), ...digits];
  return [...new Set(all.flatMap((factor) => factor || []))];
}

/** The same work whether there is a card or not, and whichever of its factors fits. */
export function knows(typed: string, factors: readonly string[]): boolean {
  const given = plateFactor(typed);
  let fits = false;
  for (let index = 0; index < MOST_FACTORS; index += 1)
    fits = equalInConstantTime(given, factors[index] ?? newToken()) || fits;
  return fits;
}
