import type { Viewer } from '../../../shared/database/readable';
import { idList, type Sql, sql } from '../../../shared/database/sql';

/**
 * What holds of the vehicle that a row under the alias `t` hangs on. As a value and not as `exists`: that becomes a join,
 * for which PostgreSQL reads all vehicles through and sorts, where a page of fifty lies in order in an index.
 */
export const ofVehicle = (holds: Sql): Sql =>
  sql`(select ${holds} from vehicle.vehicle v where v.organisation_id = t.organisation_id and v.id = t.vehicle_id)`;

/**
 * What hangs on a vehicle, a row with a `vehicle_id` under the alias `t`: staff see it with the vehicle, an owner
 * what was written down since it is theirs.
 */
export function seenWithVehicle({ identity, reach }: Viewer): Sql {
  if (reach === 'own')
    return sql`exists (select from vehicle.ownership o where o.organisation_id = t.organisation_id
      and o.vehicle_id = t.vehicle_id and o.customer_id = ${identity.customerId} and o.owned_to is null
      and o.owned_from <= t.created_at)`;
  if (identity.serviceCentreIds === null) return sql`true`;
  return ofVehicle(sql`v.centres && ${idList(identity.serviceCentreIds)}::uuid[]`);
}
