import type { Decimal } from 'decimal.js';
import { idList, sql } from '../../../shared/database/sql';
import { badField, conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import type { Part } from '../catalogue/part.entity';
import { everyPart } from '../catalogue/part.loader';
import { quantityOf } from '../catalogue/quantity';
import type { StockPlace } from '../stock/lock-levels';
import type { JobPart } from './job-part.entity';
import type { JobPartQuantityInput } from './job-part.input';
import { everyJobPart } from './job-part.loader';
import type { Line } from './line';
import type { Supply } from './supply-jobs';

/** A line that a command names, of the job that it is about. What never changes of it: its part and its place. */
export interface Chosen<I extends JobPartQuantityInput> {
  id: string;
  place: StockPlace;
  part: Part;
  given: I;
  path: string;
}

export async function chooseLines<I extends JobPartQuantityInput>(
  context: Context,
  jobCardId: string,
  lines: readonly I[],
): Promise<Chosen<I>[]> {
  const ids = lines.map(({ id }) => id.toLowerCase());
  const rows = await context.reader.rows(
    everyJobPart,
    sql`t.organisation_id = ${context.identity.organisationId} and t.job_card_id = ${jobCardId}
      and t.id = any(${idList(ids)}::uuid[])`,
  );
  return Promise.all(
    lines.map(async (given, index) => {
      const path = `input.lines.${index}`;
      const row = rows.find(({ id }) => id === ids[index]);
      if (!row) throw badField(`${path}.id`, 'UNKNOWN', 'The job has no such part.');
      if (ids.indexOf(row.id) < index) throw badField(`${path}.id`, 'TWICE', 'This is named twice.');
      const { id, partId, locationId } = row;
      const part = await context.loadOrFail(everyPart, partId);
      return { id, place: { partId, locationId }, part, given, path };
    }),
  );
}

export const scopeOf = (jobCardId: string, chosen: readonly Chosen<JobPartQuantityInput>[]) => ({
  jobCardId,
  lineIds: chosen.map(({ id }) => id),
  places: chosen.map(({ place }) => place),
});

/** The line as it stands behind the locks. */
export function lineOf(
  supply: Supply,
  { id, given: { expectedVersion }, path }: Chosen<JobPartQuantityInput>,
): Line {
  const line = supply.line(id)!;
  const { version, status } = line.row!;
  if (expectedVersion != null && expectedVersion !== version)
    throw conflict('The part of the job was changed by somebody else.', {
      field: `${path}.expectedVersion`,
      current: { id, version, status },
    });
  return line;
}

/** What was said, or all that there is: never more than that, and never nothing. */
export function quantityWithin(
  { given: { quantity }, part, path, id }: Chosen<JobPartQuantityInput>,
  most: Decimal,
  refusal: { reason: string; message: string },
): Decimal {
  const field = `${path}.quantity`;
  const wanted = quantity == null ? most : quantityOf(quantity, part.unit, field);
  if (wanted.gt(most) || wanted.isZero())
    throw conflict(refusal.message, {
      reason: refusal.reason,
      field,
      jobPartId: id,
      most: most.toFixed(),
      wanted: wanted.toFixed(),
    });
  return wanted;
}

/** The lines of a command, in the order in which it named them. Who could give it may see them. */
export async function answerWith(context: Context, ids: readonly string[]): Promise<JobPart[]> {
  return Promise.all(ids.map((id) => context.loadOrFail(everyJobPart, id)));
}
