import { type Sql, sql } from '../../../shared/database/sql';
import { ERASED_TEXT, type PersonalData, together } from '../../../shared/personal-data/personal-data';
import { exportedRecords, personalRecords } from '../../../shared/personal-data/personal-records';
import { redactAudit } from '../../../shared/personal-data/redact';
import { Photo } from './photos/photo.entity';
import { everyPhoto } from './photos/photo.loader';
import { everyPreCheckIn } from './pre-check-in/pre-check-in.loader';
import { stageChanges } from './stages/job-stage.loader';
import { JobCardStageChange } from './stages/stage-change.entity';

const ofTheirCards = (customerId: string): Sql =>
  sql`exists (select from workshop.job_card c where c.organisation_id = t.organisation_id
    and c.id = t.job_card_id and c.customer_id = ${customerId})`;

/** What somebody said when they announced a car. */
const preCheckIns = personalRecords({
  section: 'preCheckIns',
  table: 'workshop.pre_check_in',
  type: everyPreCheckIn,
  of: ofTheirCards,
  erased: 'delete',
});

/** Photos and steps are written once; functions of the database take the words out of them, and can do nothing else. */
const photos: PersonalData = {
  ...exportedRecords({ section: 'photos', table: 'workshop.photo', type: everyPhoto, of: ofTheirCards }),
  async erase(tx, customerId) {
    const rows = await tx.query<{ id: string }>(
      sql`select workshop.erase_photo_words(${customerId}, ${ERASED_TEXT}) as id`,
    );
    const ids = rows.map(({ id }) => id);
    await redactAudit(tx, Photo.name, ids);
    const why =
      'They show the work on the vehicle; those that the customer uploaded with an account are deleted.';
    return { erased: { photos: ids.length }, kept: [{ what: 'photos', many: ids.length, why }] };
  },
};

const steps: PersonalData = {
  ...exportedRecords({
    section: 'jobCardStages',
    table: 'workshop.job_card_stage_change',
    type: stageChanges,
    of: ofTheirCards,
  }),
  async erase(tx, customerId) {
    const rows = await tx.query<{ id: string }>(sql`select workshop.erase_stage_notes(${customerId}) as id`);
    const ids = rows.map(({ id }) => id);
    await redactAudit(tx, JobCardStageChange.name, ids);
    return { erased: { jobCardStages: ids.length }, kept: [] };
  },
};

export const bodyshopPersonalData = together(preCheckIns, photos, steps);
