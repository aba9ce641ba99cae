import { everyone, readable, type Viewer } from '../../../shared/database/readable';
import { idList, type Sql, sql } from '../../../shared/database/sql';
import { ApiClient } from './api-client.entity';
import { ApiClientSecret } from './api-client-secret.entity';

/** Those that reach no further than whoever looks. */
function within({ identity: { serviceCentreIds } }: Viewer): Sql {
  return serviceCentreIds === null
    ? sql`true`
    : sql`t.service_centre_ids <@ ${idList(serviceCentreIds)}::uuid[]`;
}

export const apiClients = readable({
  entity: ApiClient,
  permission: 'clients:read',
  called: 'API client',
  visible: within,
});

/** The one that a secret belongs to: whoever has the secret needs nothing else. */
export const clientsBySecret = readable({
  entity: ApiClient,
  permission: null,
  called: 'API client',
  visible: everyone,
});

/** Only reached through their client, or by the secret itself. */
export const clientSecrets = readable({
  entity: ApiClientSecret,
  permission: null,
  called: 'Secret',
  visible: everyone,
});
