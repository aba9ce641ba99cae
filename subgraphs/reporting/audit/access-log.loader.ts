import { readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { AccessLog } from './access-log.entity';

/** Persons belong to no service centre, so neither does who looked at them. */
export const accessLogs = readable({
  entity: AccessLog,
  permission: 'audit:read',
  called: 'Access entry',
  visible: ({ identity }) => sql`${identity.serviceCentreIds === null}::boolean`,
});
