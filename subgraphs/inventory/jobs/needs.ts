import type { Decimal } from 'decimal.js';
import { idList, sql } from '../../../shared/database/sql';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import type { Part } from '../catalogue/part.entity';
import { everyPart } from '../catalogue/part.loader';
import { quantityOf } from '../catalogue/quantity';
import { placeNamed, placesOfCentre } from '../stock/places-of-centre';
import type { Card } from './card';
import type { JobPartNeedInput } from './job-part.input';

/** What a job needs of a part, from where. `path` is for errors. */
export interface Need {
  partId: string;
  locationId: string;
  quantity: Decimal;
  part: Part;
  path: string;
}

export async function readNeeds(
  context: Context,
  { serviceCentreId }: Card,
  lines: readonly JobPartNeedInput[],
): Promise<Need[]> {
  const organisationId = context.identity.organisationId;
  const ids = idList(lines.map(({ partId }) => partId));
  const [parts, places] = await Promise.all([
    context.reader.rows(everyPart, sql`t.organisation_id = ${organisationId} and t.id = any(${ids}::uuid[])`),
    placesOfCentre(context, serviceCentreId),
  ]);
  return lines.map(({ partId, quantity, locationId }, index) => {
    const path = `input.lines.${index}`;
    const part = parts.find(({ id }) => id === partId.toLowerCase());
    if (!part) throw badField(`${path}.partId`, 'UNKNOWN', 'There is no such part.');
    return {
      part,
      path,
      partId: part.id,
      locationId: placeNamed(places, locationId ?? null, `${path}.locationId`),
      quantity: quantityOf(quantity, part.unit, `${path}.quantity`),
    };
  });
}
