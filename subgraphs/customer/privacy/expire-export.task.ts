import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { defineTask } from '../../../shared/events/task';
import { isId } from '../../../shared/ids';
import { File } from '../files/file.entity';
import { FORGET_UPLOAD } from '../files/forget-upload.task';
import { CustomerDataExport } from './customer-data-export.entity';
import { DataExportStatus } from './privacy.lifecycle';
import { dataExports } from './privacy.loader';

export const EXPIRE_EXPORT = 'expire-export';

export const expireExportTask = defineTask<string>({
  name: EXPIRE_EXPORT,
  parse({ exportId }) {
    if (!isId(exportId)) throw new Error('A job without its export.');
    return exportId;
  },
  run: (exportId, context) =>
    context.transaction(async (tx) => endExport(tx, await tx.lock(dataExports, exportId))),
});

/** Of a locked export nothing is left but that it was made: its file is deleted. */
export async function endExport(tx: Transaction, found: CustomerDataExport): Promise<void> {
  if (found.status === DataExportStatus.EXPIRED) return;
  const { fileId } = found;
  if (fileId) {
    await tx.erase(File, sql`t.id = ${fileId}`, null);
    tx.enqueue({ task: FORGET_UPLOAD, payload: { fileId } });
  }
  await tx.update(CustomerDataExport, found, { status: DataExportStatus.EXPIRED, fileId: null }, 'expire');
}
