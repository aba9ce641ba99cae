import { readable, type Viewer } from '../../../shared/database/readable';
import { type Sql, sql } from '../../../shared/database/sql';
import { Contact } from './contact.entity';
import { Customer } from './customer.entity';

/** Staff see the customers that their service centres have had to do with, customers themselves. */
function visibleCustomer({ identity, reach }: Viewer, id: Sql): Sql {
  if (reach === 'own') return sql`${id} = ${identity.customerId}`;
  if (identity.serviceCentreIds === null) return sql`true`;
  return sql`exists (select from customer.customer_centre c where c.organisation_id = t.organisation_id
    and c.customer_id = ${id} and c.service_centre_id = any(${[...identity.serviceCentreIds]}::uuid[]))`;
}

export const customers = readable({
  entity: Customer,
  permission: 'customers:read',
  called: 'Customer',
  visible: (viewer) => visibleCustomer(viewer, sql`t.id`),
});

export const contacts = readable({
  entity: Contact,
  permission: 'customers:read',
  called: 'Contact',
  visible: (viewer) => visibleCustomer(viewer, sql`t.customer_id`),
});

/** What a command may touch reaches as far as the command's own permission does, not as far as reading. */
export const changeableCustomers = { ...customers, permission: 'customers:update' };
export const archivableCustomers = { ...customers, permission: 'customers:archive' };
export const changeableContacts = { ...contacts, permission: 'customers:update' };
