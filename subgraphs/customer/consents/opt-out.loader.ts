import { readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { OptOut } from './opt-out.entity';

/** The program's own: what an address said is looked at when something is to be sent there. */
export const optOuts = readable({
  entity: OptOut,
  permission: null,
  called: 'Opt-out',
  visible: ({ identity }) => (identity.kind === 'SYSTEM' ? sql`true` : sql`false`),
});
