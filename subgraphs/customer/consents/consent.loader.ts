import { readable } from '../../../shared/database/readable';
import { idList, sql } from '../../../shared/database/sql';
import { Consent } from './consent.entity';

/** Seen with their customer. */
export const consents = readable({
  entity: Consent,
  permission: 'customers:read',
  called: 'Consent',
  visible: ({ identity, reach }) => {
    if (reach === 'own') return sql`t.customer_id = ${identity.customerId}`;
    if (identity.serviceCentreIds === null) return sql`true`;
    return sql`exists (select from customer.customer_centre c where c.organisation_id = t.organisation_id
      and c.customer_id = t.customer_id and c.service_centre_id = any(${idList(identity.serviceCentreIds)}::uuid[]))`;
  },
});

/** What one has just recorded, whether or not one may look at others. */
export const recordedConsents = { ...consents, permission: 'customers:update' };
