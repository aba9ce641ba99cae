import { inCentres, readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { StockLocation } from './stock-location.entity';

/** The places of one's service centres, and the warehouses that serve them all. */
export const stockLocations = readable({
  entity: StockLocation,
  permission: 'stock:read',
  called: 'Stock location',
  visible: (viewer) => sql`(t.service_centre_id is null or ${inCentres(viewer, sql`t.service_centre_id`)})`,
});
