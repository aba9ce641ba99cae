import { sql } from '../../../shared/database/sql';
import { ERASED_TEXT, type PersonalData, together } from '../../../shared/personal-data/personal-data';
import { exportedRecords, personalRecords } from '../../../shared/personal-data/personal-records';
import { redactAudit } from '../../../shared/personal-data/redact';
import { ServiceRequestStatusChange } from './request-status-change.entity';
import { requestStatusChanges, serviceRequests } from './service-request.loader';

/** Steps are written once; a function of the database takes the words out of them, and can do nothing else. */
const steps: PersonalData = {
  ...exportedRecords({
    section: 'serviceRequestHistory',
    table: 'workshop.service_request_status_change',
    type: requestStatusChanges,
    of: (customerId) => sql`exists (select from workshop.service_request r
      where r.organisation_id = t.organisation_id and r.id = t.service_request_id and r.customer_id = ${customerId})`,
  }),
  async erase(tx, customerId) {
    const rows = await tx.query<{ id: string }>(
      sql`select workshop.erase_service_request_reasons(${customerId}) as id`,
    );
    const ids = rows.map(({ id }) => id);
    await redactAudit(tx, ServiceRequestStatusChange.name, ids);
    return { erased: { serviceRequestHistory: ids.length }, kept: [] };
  },
};

const requests = personalRecords({
  section: 'serviceRequests',
  table: 'workshop.service_request',
  type: serviceRequests,
  of: (customerId) => sql`t.customer_id = ${customerId}`,
  omit: ['preferredOrNever'],
  erased: () => ({
    description: ERASED_TEXT,
    closedReason: null,
    homeService: false,
    street: null,
    city: null,
    region: null,
    postalCode: null,
    country: null,
  }),
  keptBecause: 'Shows how much was asked for and done; the customer’s words and address are erased.',
});

export const requestsPersonalData = together(steps, requests);
