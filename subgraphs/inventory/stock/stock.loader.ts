import { everyone, readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { StockLevel } from './stock-level.entity';
import { inVisibleLocations } from './stock-location.loader';
import { StockMovement } from './stock-movement.entity';
import { StockReservation } from './stock-reservation.entity';

export const stockLevels = readable({
  entity: StockLevel,
  permission: 'stock:read',
  called: 'Stock level',
  visible: (viewer) => inVisibleLocations(viewer, sql`t.location_id`),
});

export const stockMovements = readable({
  entity: StockMovement,
  permission: 'stock:read',
  called: 'Stock movement',
  visible: (viewer) => inVisibleLocations(viewer, sql`t.location_id`),
});

export const stockReservations = readable({
  entity: StockReservation,
  permission: 'stock:read',
  called: 'Reservation',
  visible: (viewer) => inVisibleLocations(viewer, sql`t.location_id`),
});

/** For commands about the record that holds or moved it, whoever may see the place. */
export const everyReservation = readable({ ...stockReservations, permission: null, visible: everyone });
export const everyMovement = readable({ ...stockMovements, permission: null, visible: everyone });
