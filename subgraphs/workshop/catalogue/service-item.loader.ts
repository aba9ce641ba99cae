import { everyone, type Readable, readable, type Viewer } from '../../../shared/database/readable';
import { idList, type Sql, sql } from '../../../shared/database/sql';
import { ServiceItem } from './service-item.entity';

/** Staff see what their service centres offer and offered, customers what is offered anywhere. */
function visibleItem({ identity, reach }: Viewer): Sql {
  if (reach === 'own') return identity.customerId ? sql`t.active` : sql`false`;
  if (identity.serviceCentreIds === null) return sql`true`;
  return sql`(t.service_centre_ids = '{}' or t.service_centre_ids && ${idList(identity.serviceCentreIds)}::uuid[])`;
}

export const serviceItems = readable({
  entity: ServiceItem,
  permission: 'serviceItems:read',
  called: 'Service item',
  visible: visibleItem,
});

/** What other service centres offer, too, is for those to change who work in all of them. */
export const changeableServiceItems: Readable<ServiceItem> = readable({
  ...serviceItems,
  permission: 'serviceItems:update',
  visible: ({ identity }) =>
    identity.serviceCentreIds === null
      ? sql`true`
      : sql`(t.service_centre_ids <> '{}' and t.service_centre_ids <@ ${idList(identity.serviceCentreIds)}::uuid[])`,
});

/** For what is booked: it stays what it is, whoever looks at it, and when it is no longer offered. */
export const everyServiceItem = readable({ ...serviceItems, permission: null, visible: everyone });
