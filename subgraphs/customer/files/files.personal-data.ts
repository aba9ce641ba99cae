import { type Sql, sql } from '../../../shared/database/sql';
import type { PersonalData } from '../../../shared/personal-data/personal-data';
import { exportedRecords } from '../../../shared/personal-data/personal-records';
import { redactAudit } from '../../../shared/personal-data/redact';
import { File } from './file.entity';
import { files } from './file.loader';
import { FORGET_UPLOAD } from './forget-upload.task';

/** What their account uploaded. */
const uploadedBy = (customerId: string): Sql =>
  sql`exists (select from customer.user_account u where u.organisation_id = t.organisation_id
    and u.id = t.uploaded_by and u.customer_id = ${customerId})`;

const records = exportedRecords({
  section: 'files',
  table: 'customer.file',
  type: files,
  of: uploadedBy,
});

export const filesPersonalData: PersonalData = {
  ...records,
  async erase(tx, customerId) {
    const ids = await tx.erase(File, uploadedBy(customerId), null);
    for (const fileId of ids) tx.enqueue({ task: FORGET_UPLOAD, payload: { fileId } });
    await redactAudit(tx, File.name, ids);
    return { erased: { files: ids.length }, kept: [] };
  },
};
