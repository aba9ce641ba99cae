import { sql } from '../../../shared/database/sql';
import { personalRecords } from '../../../shared/personal-data/personal-records';
import { consents } from './consent.loader';

/** What was said stays, to show that it was heeded; the words in which it was said go. */
export const consentsPersonalData = personalRecords({
  section: 'consents',
  table: 'customer.consent',
  type: consents,
  of: (customerId) => sql`t.customer_id = ${customerId}`,
  erased: () => ({ evidence: null }),
  keptBecause: 'That somebody agreed or refused, and when, has to be shown to the authorities.',
});
