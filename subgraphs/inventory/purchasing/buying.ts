import type { Readable } from '../../../shared/database/readable';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import type { Part } from '../catalogue/part.entity';
import { everyPart } from '../catalogue/part.loader';
import type { StockLocation } from '../stock/stock-location.entity';
import { stockLocationsFor } from '../stock/stock-location.loader';

/** The places that somebody who holds a permission may buy for. */
export const requestingFor = stockLocationsFor('purchaseRequests:create');
export const orderingFor = stockLocationsFor('purchaseOrders:create');

export async function requireLocation(
  context: Context,
  mayBuyFor: Readable<StockLocation>,
  id: string,
  path: string,
): Promise<StockLocation> {
  const location = await context.load(mayBuyFor, id);
  if (!location) throw badField(path, 'UNKNOWN', 'There is no such place that you buy for.');
  if (!location.active) throw badField(path, 'CLOSED', 'The place is closed.');
  return location;
}

export async function requireBuyablePart(context: Context, id: string, path: string): Promise<Part> {
  const part = await context.load(everyPart, id);
  if (!part) throw badField(path, 'UNKNOWN', 'There is no such part.');
  if (part.discontinuedAt) throw badField(path, 'DISCONTINUED', 'The part is not bought any more.');
  return part;
}
