import { idList, sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { everyPart } from '../catalogue/part.loader';
import { lowerPurchaseRequests } from '../purchasing/requests/lower-requests';
import { raisePurchaseRequest } from '../purchasing/requests/raise-purchase-request';
import { keyOf } from '../stock/lock-levels';
import type { Line } from './line';

/** What lines lack more than before is asked to be bought; of what they lack less, no more stays open than they do. */
export async function buyMissing(tx: Transaction, changed: readonly Line[]): Promise<void> {
  const grown = changed.filter(({ growth }) => growth.gt(0));
  const shrunk = changed.filter(({ growth }) => growth.lt(0));
  if (shrunk.length)
    await lowerPurchaseRequests(
      tx,
      shrunk.map(({ id, about, missing }) => ({
        jobCardId: about.jobCardId,
        lineId: id,
        quantity: missing,
      })),
    );
  for (const line of await buyable(tx, grown))
    await raisePurchaseRequest(tx, {
      ...line.place,
      quantity: line.growth,
      cause: { type: 'JobCard', id: line.about.jobCardId, lineId: line.id },
    });
}

/** In the order in which everybody locks requests. Of what was discontinued, what is cut off cannot be bought again. */
async function buyable(tx: Transaction, lines: readonly Line[]): Promise<Line[]> {
  if (lines.length === 0) return [];
  const ids = idList(lines.map(({ place }) => place.partId));
  const bought = await tx.rows(
    everyPart,
    sql`t.organisation_id = ${tx.organisationId} and t.id = any(${ids}::uuid[]) and t.discontinued_at is null`,
  );
  const known = new Set(bought.map(({ id }) => id));
  return lines
    .filter(({ place }) => known.has(place.partId))
    .sort((a, b) => (keyOf(a.place) < keyOf(b.place) ? -1 : 1));
}
