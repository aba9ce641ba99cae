import { defineTask } from '../../../shared/events/task';
import { isId } from '../../../shared/ids';
import { ExportJob } from './export-job.entity';
import { exportJobs, fileOf } from './export-job.loader';
import { deleteRecords } from './organisation/records-files';

export const DELETE_EXPORT = 'delete-export';

/** The file first: what is not there any more is deleted without complaint, so that it may run again. */
export const deleteExportTask = defineTask<string>({
  name: DELETE_EXPORT,
  parse({ exportId }) {
    if (!isId(exportId)) throw new Error('A job without its export.');
    return exportId;
  },
  async run(exportId, context) {
    const job = await context.load(exportJobs, exportId);
    if (!job) return;
    await context.kernel.storage.delete(fileOf(job));
    await deleteRecords(context, exportId);
    await context.transaction(async (tx) => tx.delete(ExportJob, await tx.lock(exportJobs, exportId)));
  },
});
