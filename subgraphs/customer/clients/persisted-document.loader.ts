import { readable, type Viewer } from '../../../shared/database/readable';
import { idList, type Sql, sql } from '../../../shared/database/sql';
import { PersistedDocument } from './persisted-document.entity';

/** Those of the clients that somebody sees. */
function ofClientsWithin({ identity: { serviceCentreIds } }: Viewer): Sql {
  if (serviceCentreIds === null) return sql`true`;
  return sql`exists (select from customer.api_client c where c.organisation_id = t.organisation_id
    and c.id = t.client_id and c.service_centre_ids <@ ${idList(serviceCentreIds)}::uuid[])`;
}

export const persistedDocuments = readable({
  entity: PersistedDocument,
  permission: 'clients:read',
  called: 'Document',
  visible: ofClientsWithin,
});
