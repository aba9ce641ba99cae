import { type Sql, sql } from '../../../shared/database/sql';
import { ERASED_TEXT, type PersonalData, together } from '../../../shared/personal-data/personal-data';
import { exportedRecords, personalRecords } from '../../../shared/personal-data/personal-records';
import { redactAudit } from '../../../shared/personal-data/redact';
import { everyInspection, everyInspectionItem, everyInspectionPhoto } from './inspection.loader';
import { InspectionItem } from './inspection-item.entity';

const KEPT = 'Proof of how the vehicle was, for warranty and liability; the words are erased.';

const ofTheirs = (customerId: string): Sql =>
  sql`exists (select from workshop.inspection i where i.organisation_id = t.organisation_id
    and i.id = t.inspection_id and i.customer_id = ${customerId})`;

const all = personalRecords({
  section: 'inspections',
  table: 'workshop.inspection',
  type: everyInspection,
  of: (customerId) => sql`t.customer_id = ${customerId}`,
  erased: () => ({ notes: null, cancelReason: null, sharedUntil: null }),
  keptBecause: KEPT,
});

const items: PersonalData = {
  ...exportedRecords({
    section: 'inspectionItems',
    table: 'workshop.inspection_item',
    type: everyInspectionItem,
    of: ofTheirs,
  }),
  async erase(tx, customerId) {
    const ids = await tx.erase(InspectionItem, sql`${ofTheirs(customerId)} and t.note is not null`, {
      note: null,
    });
    // An item that asks for words has to have some.
    const worded = sql`${ofTheirs(customerId)} and t.text is not null`;
    ids.push(...(await tx.erase(InspectionItem, worded, { text: ERASED_TEXT })));
    await redactAudit(tx, InspectionItem.name, ids);
    return { erased: { inspectionItems: ids.length }, kept: [] };
  },
};

const photos: PersonalData = {
  ...exportedRecords({
    section: 'inspectionPhotos',
    table: 'workshop.inspection_photo',
    type: everyInspectionPhoto,
    of: ofTheirs,
  }),
  async erase(tx, customerId) {
    const [row] = await tx.query<{ many: number }>(
      sql`select count(*)::int as many from workshop.inspection_photo t where ${ofTheirs(customerId)}`,
    );
    const why = 'They show the vehicle, in photos of the shop’s own.';
    return { erased: {}, kept: [{ what: 'inspectionPhotos', many: row!.many, why }] };
  },
};

export const inspectionsPersonalData = together(items, photos, all);
