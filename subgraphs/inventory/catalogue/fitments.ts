import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import { PartFitment } from './fitment.entity';
import type { PartFitmentInput } from './part.input';
import { everyFitment } from './part.loader';

type Fitment = Omit<PartFitment, 'organisationId' | 'id' | 'version' | 'createdAt' | 'updatedAt' | 'partId'>;

export function fitmentsOf(inputs: readonly PartFitmentInput[]): Fitment[] {
  return inputs.map(({ make, model, yearFrom, yearTo, engine, detail }, position) => {
    if (yearFrom != null && yearTo != null && yearTo < yearFrom)
      throw badField(
        `input.fitments.${position}.yearTo`,
        'BEFORE_FIRST',
        'The last year is before the first.',
      );
    return {
      position,
      make: make.trim(),
      model: model?.trim() ?? null,
      yearFrom: yearFrom ?? null,
      yearTo: yearTo ?? null,
      engine: engine?.trim() ?? null,
      detail: detail?.trim() ?? null,
      makeKey: make.trim().toLowerCase(),
      modelKey: model?.trim().toLowerCase() ?? null,
    };
  });
}

/** The part is locked: its fitments are those given and no others. Tells whether that was anything new. */
export async function replaceFitments(
  tx: Transaction,
  partId: string,
  wanted: readonly Fitment[],
): Promise<boolean> {
  const present = await tx.rows(
    everyFitment,
    sql`t.organisation_id = ${tx.organisationId} and t.part_id = ${partId}`,
    sql`order by t.position`,
  );
  const isSame = (fitment: PartFitment, other: Fitment) =>
    Object.entries(other).every(([key, value]) => fitment[key as keyof Fitment] === value);
  if (present.length === wanted.length && wanted.every((each, index) => isSame(present[index]!, each)))
    return false;
  for (const fitment of present) await tx.delete(PartFitment, fitment);
  for (const fitment of wanted) await tx.insert(PartFitment, { ...fitment, partId });
  return true;
}
