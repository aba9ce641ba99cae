import { readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { File } from './file.entity';

/** Staff see every file of the organisation, others what they uploaded themselves. */
export const files = readable({
  entity: File,
  permission: 'files:read',
  called: 'File',
  visible: ({ identity, reach }) => (reach === 'own' ? sql`t.uploaded_by = ${identity.actorId}` : sql`true`),
});

/** Who may upload may finish what they began, whether or not they may read files. */
export const uploads = { ...files, permission: 'files:create' };
