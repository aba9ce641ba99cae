import { type Identity, worksIn } from '../../../shared/access/identity';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import type { Part } from '../catalogue/part.entity';
import { parts } from '../catalogue/part.loader';
import type { StockPlace } from './lock-levels';
import { closedLocation } from './refusal';
import type { StockLocation } from './stock-location.entity';
import { stockLocations } from './stock-location.loader';

/** The part and the place of an input; its caller may change stock there. */
export async function requirePlace(
  context: Context,
  { partId, locationId }: StockPlace,
): Promise<{ part: Part; location: StockLocation }> {
  const [part, location] = await Promise.all([
    requirePart(context, partId, 'input.partId'),
    requireLocation(context, locationId, 'input.locationId'),
  ]);
  requireOwn(context.identity, location, 'input.locationId');
  return { part, location };
}

export async function requirePart(context: Context, id: string, path: string): Promise<Part> {
  const part = await context.load(parts, id);
  if (!part) throw badField(path, 'UNKNOWN', 'There is no such part.');
  return part;
}

/** A place that they see, and that is open. */
export async function requireLocation(context: Context, id: string, path: string): Promise<StockLocation> {
  const location = await context.load(stockLocations, id);
  if (!location) throw badField(path, 'UNKNOWN', 'There is no such place.');
  if (!location.active) throw closedLocation(id);
  return location;
}

/** What is in a warehouse for all is for those to change who work in all. */
export const isOwn = (identity: Identity, { serviceCentreId }: StockLocation): boolean =>
  serviceCentreId === null ? identity.serviceCentreIds === null : worksIn(identity, serviceCentreId);

export function requireOwn(identity: Identity, location: StockLocation, path: string): void {
  if (!isOwn(identity, location))
    throw badField(path, 'LOCATION', 'Stock there is changed by those who work in all service centres.');
}
