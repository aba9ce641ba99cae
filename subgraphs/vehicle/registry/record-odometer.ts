import { reachOf } from '../../../shared/access/identity';
import { addSeconds } from '../../../shared/clock';
import { type Sql, sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { ApiError, badField, conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { estimateReminders } from '../reminders/estimate-reminders';
import { isLess } from './distance';
import { OdometerReading, OdometerReadingKind, OdometerSource } from './odometer.entity';
import type { RecordOdometerReadingInput } from './odometer.input';
import { everyReading, odometerReadings } from './odometer.loader';
import { changeableVehicles } from './vehicle.loader';

/** Clocks of tablets and of ours differ. */
const AHEAD_SECONDS = 300;

export async function recordOdometerReading(
  context: Context,
  input: RecordOdometerReadingInput,
): Promise<OdometerReading> {
  const isStaff = reachOf(context.identity, 'vehicles:update') === 'all';
  if (!isStaff) demandPlainReading(input);
  const usual = isStaff ? OdometerSource.WORKSHOP : OdometerSource.CUSTOMER;
  const { id } = await context.once(
    { operation: 'recordOdometerReading', key: input.idempotencyKey, input },
    async (tx) => {
      const vehicle = await tx.lock(changeableVehicles, input.vehicleId);
      if (vehicle.archivedAt) throw conflict('An archived vehicle takes no readings.');
      const readAt = input.readAt ?? tx.now;
      if (readAt > addSeconds(tx.now, AHEAD_SECONDS))
        throw badField('input.readAt', 'IN_FUTURE', 'A reading cannot come from the future.');
      await demandBetweenNeighbours(tx, input, readAt, isStaff);
      const reading = await tx.insert(OdometerReading, {
        vehicleId: vehicle.id,
        entry: await nextEntry(tx, vehicle.id),
        value: input.value,
        unit: input.unit,
        readAt,
        source: input.source ?? usual,
        kind: input.kind,
        note: input.note?.trim() ?? null,
        recordedBy: tx.identity.actorId,
      });
      await estimateReminders(tx, vehicle.id);
      tx.emit({
        name: 'OdometerReadingRecorded',
        subjectType: 'Vehicle',
        subjectId: vehicle.id,
        payload: { readingId: reading.id, kind: reading.kind },
      });
      return { id: reading.id };
    },
  );
  return context.loadOrFail(odometerReadings, id);
}

/** An odometer that is set back is what the log is to find: only staff say that it is another, or was wrong. */
function demandPlainReading({ kind, source }: RecordOdometerReadingInput): void {
  if (kind !== OdometerReadingKind.NORMAL)
    throw badField('input.kind', 'STAFF_ONLY', 'Ask the shop to record a replacement or a correction.');
  if (source && source !== OdometerSource.CUSTOMER)
    throw badField('input.source', 'STAFF_ONLY', 'Your own readings come from you.');
}

/** The vehicle is locked: nobody writes between the look and the insert. */
async function demandBetweenNeighbours(
  tx: Transaction,
  input: RecordOdometerReadingInput,
  readAt: Date,
  isStaff: boolean,
): Promise<void> {
  const before = await neighbour(tx, input.vehicleId, sql`t.read_at <= ${readAt}`, 'desc');
  const after = await neighbour(tx, input.vehicleId, sql`t.read_at > ${readAt}`, 'asc');
  if (input.kind === OdometerReadingKind.NORMAL && before && isLess(input, before))
    throw outOfOrder('LOWER_THAN_BEFORE', 'lower than the reading before it', before, isStaff);
  if (after?.kind === OdometerReadingKind.NORMAL && isLess(after, input))
    throw outOfOrder('HIGHER_THAN_AFTER', 'higher than the reading after it', after, isStaff);
}

async function neighbour(
  tx: Transaction,
  vehicleId: string,
  side: Sql,
  direction: 'asc' | 'desc',
): Promise<OdometerReading | null> {
  const order =
    direction === 'desc' ? sql`order by t.read_at desc, t.entry desc` : sql`order by t.read_at, t.entry`;
  const [found] = await tx.rows(
    everyReading,
    sql`t.organisation_id = ${tx.organisationId} and t.vehicle_id = ${vehicleId} and ${side}`,
    sql`${order} limit 1`,
  );
  return found ?? null;
}

/** Staff see which reading is in the way; it may be from the time of another owner, so customers do not. */
function outOfOrder(
  code: string,
  how: string,
  { id, value, unit, readAt }: OdometerReading,
  isStaff: boolean,
) {
  const shown = isStaff ? `: ${value} ${unit} on ${readAt.toISOString().slice(0, 10)}` : '';
  const message = `This is ${how}${shown}. A replaced odometer or a correction is to be marked as such.`;
  return new ApiError('BAD_INPUT', `input.value: ${message}`, {
    fields: [{ path: 'input.value', code, message }],
    ...(isStaff ? { neighbour: { id, value, unit, readAt: readAt.toISOString() } } : {}),
  });
}

async function nextEntry(tx: Transaction, vehicleId: string): Promise<number> {
  const [row] = await tx.query<{ entry: number }>(
    sql`select coalesce(max(entry), 0) + 1 as entry from vehicle.odometer_reading
        where organisation_id = ${tx.organisationId} and vehicle_id = ${vehicleId}`,
  );
  return row!.entry;
}
