import { readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { File } from './file.entity';

/** Staff see every file of the organisation that is not somebody's own, others what they uploaded themselves. */
export const files = readable({
  entity: File,
  permission: 'files:read',
  called: 'File',
  visible: ({ identity, reach }) => {
    if (identity.kind === 'SYSTEM') return sql`true`;
    const theirs = sql`t.uploaded_by = ${identity.actorId}`;
    return reach === 'own' ? theirs : sql`(not t.private or ${theirs})`;
  },
});

/** Who may upload may finish what they began, whether or not they may read files. */
export const uploads = { ...files, permission: 'files:create' };
