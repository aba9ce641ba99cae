import { readable, type Viewer } from '../../../shared/database/readable';
import { idList, type Sql, sql } from '../../../shared/database/sql';
import { customers } from '../crm/customer.loader';
import { CustomerDataExport } from './customer-data-export.entity';
import { CustomerErasure } from './customer-erasure.entity';

/** Seen with their customer. */
function ofVisibleCustomer({ identity, reach }: Viewer): Sql {
  if (reach === 'own') return sql`t.customer_id = ${identity.customerId}`;
  if (identity.serviceCentreIds === null) return sql`true`;
  return sql`exists (select from customer.customer c where c.organisation_id = t.organisation_id
    and c.id = t.customer_id and c.centres && ${idList(identity.serviceCentreIds)}::uuid[])`;
}

export const dataExports = readable({
  entity: CustomerDataExport,
  permission: 'customers:export',
  called: 'Export',
  visible: ofVisibleCustomer,
});

export const erasures = readable({
  entity: CustomerErasure,
  permission: 'customers:erase',
  called: 'Erasure',
  visible: ofVisibleCustomer,
});

/** What a command may touch reaches as far as the command's own permission does, not as far as reading. */
export const exportableCustomers = { ...customers, permission: 'customers:export' };
export const erasableCustomers = { ...customers, permission: 'customers:erase' };
