import { everyone } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { type StockLocation, StockLocationKind } from './stock-location.entity';
import { stockLocations } from './stock-location.loader';

/** Who may take parts for a service centre may take them from these, whether or not they see stock. */
const everyPlace = { ...stockLocations, permission: null, visible: everyone };

/** A service centre’s own places, and the warehouses that serve all. */
export const placesOfCentre = (context: Context, serviceCentreId: string): Promise<StockLocation[]> =>
  context.reader.rows(
    everyPlace,
    sql`t.organisation_id = ${context.identity.organisationId}
      and (t.service_centre_id is null or t.service_centre_id = ${serviceCentreId})`,
  );

export const closedPlace = (path: string) => badField(path, 'CLOSED', 'The place is closed.');

/** The one named, or else the centre’s store. `path` is for errors. */
export function placeNamed(places: readonly StockLocation[], named: string | null, path: string): string {
  const place = places.find(({ id, kind }) =>
    named ? id === named.toLowerCase() : kind === StockLocationKind.SERVICE_CENTRE,
  );
  if (!place && !named) throw badField(path, 'REQUIRED', 'The service centre has no store: say from where.');
  if (!place) throw badField(path, 'UNKNOWN', 'There is no such place of the service centre, nor warehouse.');
  if (!place.active) throw closedPlace(path);
  return place.id;
}
