import { readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { Registration } from './registration.entity';

/** Only whoever holds a link to one gets this far; nobody else reads them. */
export const registrations = readable({
  entity: Registration,
  permission: null,
  called: 'Registration',
  visible: ({ identity }) => (identity.kind === 'LINK' ? sql`true` : sql`false`),
});
