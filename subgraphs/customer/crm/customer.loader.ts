import { everyone, type Readable, readable, type Viewer } from '../../../shared/database/readable';
import { idList, type Sql, sql } from '../../../shared/database/sql';
import { Contact } from './contact.entity';
import { Customer } from './customer.entity';

/** Staff see the customers that their service centres have had to do with, customers themselves. */
function visibleCustomer({ identity, reach }: Viewer): Sql {
  if (reach === 'own') return sql`t.id = ${identity.customerId}`;
  if (identity.serviceCentreIds === null) return sql`true`;
  return sql`t.centres && ${idList(identity.serviceCentreIds)}::uuid[]`;
}

export const customers = readable({
  entity: Customer,
  permission: 'customers:read',
  called: 'Customer',
  visible: visibleCustomer,
});

/** For commands that must know whether there is such a customer, whoever may see them. */
export const anyCustomer = { ...customers, permission: null, visible: everyone };

/** Seen with their customer. */
export const contacts = readable({
  entity: Contact,
  permission: 'customers:read',
  called: 'Contact',
  visible: ({ identity, reach }) => {
    if (reach === 'own') return sql`t.customer_id = ${identity.customerId}`;
    if (identity.serviceCentreIds === null) return sql`true`;
    return sql`exists (select from customer.customer_centre c where c.organisation_id = t.organisation_id
      and c.customer_id = t.customer_id and c.service_centre_id = any(${idList(identity.serviceCentreIds)}::uuid[]))`;
  },
});

/** Nothing is written about a person any more who was erased. */
function notErased(type: Readable<Customer>): Readable<Customer> {
  return { ...type, visible: (viewer) => sql`t.erased_at is null and ${type.visible(viewer)}` };
}

/** What a command may touch reaches as far as the command's own permission does, not as far as reading. */
export const changeableCustomers = notErased({ ...customers, permission: 'customers:update' });
export const archivableCustomers = notErased({ ...customers, permission: 'customers:archive' });
export const changeableContacts = { ...contacts, permission: 'customers:update' };
