import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { type Distance, distanceOf } from '../registry/distance';
import type { OdometerReading } from '../registry/odometer.entity';
import { everyReading } from '../registry/odometer.loader';
import { estimatedDay } from './estimate';

const ENOUGH_READINGS = 200;

export const latestReadings = (tx: Transaction, vehicleId: string): Promise<OdometerReading[]> =>
  tx.rows(
    everyReading,
    sql`t.organisation_id = ${tx.organisationId} and t.vehicle_id = ${vehicleId}`,
    sql`order by t.read_at desc, t.entry desc limit ${ENOUGH_READINGS}`,
  );

interface WithMileage {
  id: string;
  due_distance: number;
  due_distance_unit: Distance['unit'];
}

/**
 * When a vehicle's mileage will be reached, for each of its open reminders: asked again after every reading. No
 * change of the reminder that anybody made, so its version stays. The vehicle is locked.
 */
export async function estimateReminders(tx: Transaction, vehicleId: string): Promise<void> {
  const waiting = await tx.query<WithMileage>(
    sql`select id, due_distance, due_distance_unit from vehicle.reminder
        where organisation_id = ${tx.organisationId} and vehicle_id = ${vehicleId}
          and status = 'OPEN' and due_distance is not null order by id`,
  );
  if (waiting.length === 0) return;
  const readings = await latestReadings(tx, vehicleId);
  for (const { id, due_distance, due_distance_unit } of waiting) {
    const due = distanceOf(due_distance, due_distance_unit)!;
    await tx.query(sql`update vehicle.reminder set estimated_due_on = ${estimatedDay(due, readings)}
      where organisation_id = ${tx.organisationId} and id = ${id}`);
  }
}
