import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiError } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { ExportFormat } from './export.enums';
import { ExportStatus } from './export.lifecycle';
import { type ExportEvent, emitExportEvent } from './export-event';
import { ExportJob } from './export-job.entity';
import { exportJobs, fileOf } from './export-job.loader';

export class TooManyRows extends Error {}

export const CONTENT_TYPES: Readonly<Record<ExportFormat, string>> = {
  [ExportFormat.CSV]: 'text/csv',
  [ExportFormat.XLSX]: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  [ExportFormat.PDF]: 'application/pdf',
  [ExportFormat.ZIP]: 'application/zip',
};

/** An export that has an end is left alone. */
export const hasEnded = ({ status }: ExportJob): boolean =>
  status === ExportStatus.DONE || status === ExportStatus.FAILED;

/**
 * Makes the file of an export in a folder of this machine, hands it to the file storage, and says how that went. Begun
 * again by another worker, it writes the same file anew. `write` answers with the number of rows.
 */
export async function attempt(
  context: Context,
  exportId: string,
  write: (job: ExportJob, path: string) => Promise<number>,
): Promise<void> {
  const job = await context.load(exportJobs, exportId);
  if (!job || hasEnded(job)) return;
  if (job.status === ExportStatus.QUEUED)
    await changeExport(context, exportId, 'ExportStarted', { status: ExportStatus.RUNNING, rowsWritten: 0 });
  const folder = await mkdtemp(join(tmpdir(), 'liftbay-export-'));
  try {
    const path = join(folder, 'file');
    const rowsWritten = await write(job, path);
    await context.kernel.storage.writeFile(fileOf(job), path, CONTENT_TYPES[job.format]);
    await changeExport(context, exportId, 'ExportCompleted', { status: ExportStatus.DONE, rowsWritten });
  } catch (error) {
    await failExport(context, exportId, error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function failExport(context: Context, exportId: string, error: unknown): Promise<void> {
  const failure =
    error instanceof TooManyRows ? 'TOO_MANY_ROWS' : error instanceof ApiError ? error.code : 'INTERNAL';
  if (failure === 'INTERNAL') context.log.error('export failed', { exportId, error: String(error) });
  await changeExport(context, exportId, 'ExportFailed', { status: ExportStatus.FAILED, failure });
}

const changeExport = (
  context: Context,
  id: string,
  event: ExportEvent,
  patch: Partial<ExportJob>,
): Promise<void> =>
  context.transaction(async (tx) => {
    const job = await tx.lock(exportJobs, id);
    await tx.update(ExportJob, job, patch);
    emitExportEvent(tx, event, job);
  });
