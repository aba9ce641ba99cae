import { type Sql, sql } from '../../../shared/database/sql';
import { type PersonalData, together } from '../../../shared/personal-data/personal-data';
import { exportedRecords, personalRecords } from '../../../shared/personal-data/personal-records';
import { redactAudit } from '../../../shared/personal-data/redact';
import { Ownership } from './history.entity';
import { everyImage } from './image.loader';
import { OdometerReading } from './odometer.entity';
import { everyReading } from './odometer.loader';
import { everyOwnership, everyPlatePeriod, vehicles } from './vehicle.loader';

const ofOwned = (ownerId: string): Sql =>
  sql`exists (select from vehicle.vehicle v where v.organisation_id = t.organisation_id
    and v.id = t.vehicle_id and v.owner_id = ${ownerId})`;

const plates: PersonalData = {
  ...exportedRecords({
    section: 'plates',
    table: 'vehicle.plate_period',
    type: everyPlatePeriod,
    of: ofOwned,
  }),
  erase: async () => ({ erased: {}, kept: [] }),
};

const ownerships: PersonalData = {
  ...exportedRecords({
    section: 'ownerships',
    table: 'vehicle.ownership',
    type: everyOwnership,
    of: (ownerId) => sql`t.customer_id = ${ownerId}`,
  }),
  /** The time of their owning ends now; that somebody owned it stays, under a number without a name. */
  async erase(tx, ownerId) {
    const running = sql`t.customer_id = ${ownerId} and t.owned_to is null`;
    const ended = await tx.erase(Ownership, running, { ownedTo: tx.now });
    return { erased: { ownerships: ended.length }, kept: [] };
  },
};

/** Readings are written once; a function of the database takes the words out of them, and can do nothing else. */
const readings: PersonalData = {
  ...exportedRecords({
    section: 'odometerReadings',
    table: 'vehicle.odometer_reading',
    type: everyReading,
    of: ofOwned,
  }),
  async erase(tx, ownerId) {
    const rows = await tx.query<{ id: string }>(sql`select vehicle.erase_reading_notes(${ownerId}) as id`);
    const ids = rows.map(({ id }) => id);
    await redactAudit(tx, OdometerReading.name, ids);
    return { erased: { odometerReadings: ids.length }, kept: [] };
  },
};

const images = personalRecords({
  section: 'vehicleImages',
  table: 'vehicle.vehicle_image',
  type: everyImage,
  of: ofOwned,
  erased: () => ({ caption: null }),
  keptBecause: 'Pictures of the vehicle; those that the customer uploaded are deleted with their files.',
});

/** The car is not the person: it stays, without its owner and without what the shop noted. */
const owned = personalRecords({
  section: 'vehicles',
  table: 'vehicle.vehicle',
  type: vehicles,
  of: (ownerId) => sql`t.owner_id = ${ownerId}`,
  omit: ['plateKey', 'centres'],
  erased: () => ({ ownerId: null, notes: null }),
  keptBecause: 'The vehicle with its plate and history of work; nothing in it tells whose it was.',
});

export const registryPersonalData = together(plates, readings, images, ownerships, owned);
