import { inCentres, type Readable, readable, type Viewer } from '../../../shared/database/readable';
import { type Sql, sql } from '../../../shared/database/sql';
import { StockLocation } from './stock-location.entity';

/** The places of one's service centres, and the warehouses that serve them all. */
export const stockLocations = readable({
  entity: StockLocation,
  permission: 'stock:read',
  called: 'Stock location',
  visible: (viewer) => sql`(t.service_centre_id is null or ${inCentres(viewer, sql`t.service_centre_id`)})`,
});

/** The places where somebody may change stock: a warehouse that serves all is for those who work in all. */
export const stockLocationsFor = (permission: string): Readable<StockLocation> =>
  readable({
    ...stockLocations,
    permission,
    visible: (viewer) => inCentres(viewer, sql`t.service_centre_id`),
  });

/** What lies in a place that they may see; `location` is the column that names the place. */
export const inVisibleLocations = (viewer: Viewer, location: Sql): Sql =>
  inLocations(
    viewer,
    location,
    sql`l.service_centre_id is null or ${inCentres(viewer, sql`l.service_centre_id`)}`,
  );

/** What lies where they may change stock. */
export const inOwnLocations = (viewer: Viewer, location: Sql): Sql =>
  inLocations(viewer, location, inCentres(viewer, sql`l.service_centre_id`));

const inLocations = ({ identity }: Viewer, location: Sql, which: Sql): Sql =>
  identity.serviceCentreIds === null
    ? sql`true`
    : sql`${location} = any(array(select l.id from inventory.stock_location l where ${which}))`;
