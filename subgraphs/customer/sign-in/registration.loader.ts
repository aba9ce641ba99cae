import { readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { Registration } from './registration.entity';

/** For whoever holds the link to one, and for the program when it is out of date; nobody else reads them. */
export const registrations = readable({
  entity: Registration,
  permission: null,
  called: 'Registration',
  visible: ({ identity }) =>
    identity.kind === 'LINK' || identity.kind === 'SYSTEM' ? sql`true` : sql`false`,
});
