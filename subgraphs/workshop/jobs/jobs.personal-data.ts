import { type Sql, sql } from '../../../shared/database/sql';
import { ERASED_TEXT, type PersonalData, together } from '../../../shared/personal-data/personal-data';
import { exportedRecords, personalRecords } from '../../../shared/personal-data/personal-records';
import { redactAudit } from '../../../shared/personal-data/redact';
import { additionalServices } from './approvals/additional-service.loader';
import { preInspections } from './inspection/pre-inspection.loader';
import { jobCards, statusChanges } from './job-card.loader';
import { jobServices } from './services/job-service.loader';
import { JobCardStatusChange } from './status-change.entity';

const ofTheirCards = (customerId: string): Sql =>
  sql`exists (select from workshop.job_card c where c.organisation_id = t.organisation_id
    and c.id = t.job_card_id and c.customer_id = ${customerId})`;

/** Steps are written once; a function of the database takes the words out of them, and can do nothing else. */
const steps: PersonalData = {
  ...exportedRecords({
    section: 'jobCardHistory',
    table: 'workshop.job_card_status_change',
    type: statusChanges,
    of: ofTheirCards,
  }),
  async erase(tx, customerId) {
    const rows = await tx.query<{ id: string }>(
      sql`select workshop.erase_job_card_reasons(${customerId}) as id`,
    );
    const ids = rows.map(({ id }) => id);
    await redactAudit(tx, JobCardStatusChange.name, ids);
    return { erased: { jobCardHistory: ids.length }, kept: [] };
  },
};

const cards = personalRecords({
  section: 'jobCards',
  table: 'workshop.job_card',
  type: jobCards,
  of: (customerId) => sql`t.customer_id = ${customerId}`,
  omit: ['promisedOrNever'],
  erased: () => ({ complaint: ERASED_TEXT, technicianNotes: null }),
  keptBecause:
    'Proof of the work that was done, for warranty and liability; the customer’s words are erased.',
});

const inspections = personalRecords({
  section: 'preInspections',
  table: 'workshop.pre_inspection',
  type: preInspections,
  of: ofTheirCards,
  erased: () => ({ exteriorCondition: null, interiorCondition: null, issues: [] }),
  keptBecause: 'What the odometer and the tank showed when the vehicle was taken in; the words are erased.',
});

const services = personalRecords({
  section: 'jobServices',
  table: 'workshop.job_service',
  type: jobServices,
  of: ofTheirCards,
  erased: () => ({ skipReason: null }),
  keptBecause: 'Proof of the work that was done, for warranty and liability.',
});

const proposals = personalRecords({
  section: 'additionalServices',
  table: 'workshop.additional_service',
  type: additionalServices,
  of: ofTheirCards,
  erased: () => ({ reason: null, decidedByName: null, decisionNote: null }),
  keptBecause: 'Proof of what was approved, for which amount; who else decided and what they said is erased.',
});

export const jobsPersonalData = together(steps, inspections, services, proposals, cards);
