import { sql } from '../../../../shared/database/sql';
import { SUBGRAPHS, type SubgraphName } from '../../../../shared/environment';
import type { EventHandler } from '../../../../shared/events/handler';
import { ORGANISATION_RECORDS_COLLECTED } from '../../../../shared/organisation-records/parts';
import { hasEnded } from '../attempt';
import { ExportStatus } from '../export.lifecycle';
import { emitExportEvent } from '../export-event';
import { ExportJob } from '../export-job.entity';
import { exportJobs } from '../export-job.loader';
import { ZIP_ORGANISATION } from './zip-organisation.task';

/** Counts who has written their part; the last one has the parts made into one file. */
export const receiveRecords: EventHandler = {
  event: ORGANISATION_RECORDS_COLLECTED,
  name: 'reporting.receive-organisation-records',
  async handle(tx, { subjectId, payload }) {
    const [found] = await tx.rows(exportJobs, sql`t.id = ${subjectId}`);
    if (!found || hasEnded(found)) return;
    const job = await tx.lock(exportJobs, subjectId);
    const subgraph = payload.subgraph as SubgraphName;
    if (job.collected.includes(subgraph)) return;
    const collected = [...job.collected, subgraph];
    const rowsWritten = job.rowsWritten + Number(payload.rows);
    await tx.update(ExportJob, job, { status: ExportStatus.RUNNING, collected, rowsWritten });
    emitExportEvent(tx, 'ExportProgressed', job);
    if (SUBGRAPHS.every((name) => collected.includes(name)))
      tx.enqueue({ task: ZIP_ORGANISATION, payload: { exportId: job.id } });
  },
};
