import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { raw, sql } from '../../../shared/database/sql';
import { ApiError, forbidden } from '../../../shared/errors';
import { defineTask } from '../../../shared/events/task';
import { isId } from '../../../shared/ids';
import { renderPdf } from '../../../shared/pdf/render-pdf';
import type { Context } from '../../../shared/subgraph/context';
import type { RawRow } from '../builder/run-report';
import { ExportFormat } from './export.enums';
import { ExportStatus } from './export.lifecycle';
import { ExportJob } from './export-job.entity';
import { exportJobs, fileOf } from './export-job.loader';
import { type ExportSource, sourceOf } from './export-source';
import { asTheyAreNow } from './exporter';
import { csv } from './formats/csv';
import { MOST_PDF_ROWS, pdfOf } from './formats/pdf';
import type { SheetRow } from './formats/sheet';
import { xlsx } from './formats/xlsx';

export const RUN_EXPORT = 'run-export';
const BATCH = 2000;

const MOST_ROWS: Readonly<Record<ExportFormat, number>> = {
  [ExportFormat.CSV]: 10_000_000,
  [ExportFormat.XLSX]: 1_000_000,
  [ExportFormat.PDF]: MOST_PDF_ROWS,
};

export const CONTENT_TYPES: Readonly<Record<ExportFormat, string>> = {
  [ExportFormat.CSV]: 'text/csv',
  [ExportFormat.XLSX]: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  [ExportFormat.PDF]: 'application/pdf',
};

export const runExportTask = defineTask<string>({
  name: RUN_EXPORT,
  parse({ exportId }) {
    if (!isId(exportId)) throw new Error('A job without its export.');
    return exportId;
  },
  run: runExport,
});

class TooManyRows extends Error {}

/** Begun again by another worker, it writes the same file anew. */
async function runExport(exportId: string, context: Context): Promise<void> {
  const job = await context.load(exportJobs, exportId);
  if (!job || job.status === ExportStatus.DONE || job.status === ExportStatus.FAILED) return;
  await change(context, exportId, { status: ExportStatus.RUNNING, rowsWritten: 0 });
  const folder = await mkdtemp(join(tmpdir(), 'liftbay-export-'));
  try {
    const exporter = await asTheyAreNow(context, job.userId);
    if (!exporter) throw forbidden('reports:read');
    const source = await sourceOf(exporter, job);
    const path = join(folder, 'file');
    const rowsWritten = await writeFile(context, job, source, path);
    await context.kernel.storage.writeFile(fileOf(job), path, CONTENT_TYPES[job.format]);
    await change(context, exportId, { status: ExportStatus.DONE, rowsWritten });
  } catch (error) {
    const failure =
      error instanceof TooManyRows ? 'TOO_MANY_ROWS' : error instanceof ApiError ? error.code : 'INTERNAL';
    if (failure === 'INTERNAL') context.log.error('export failed', { exportId, error: String(error) });
    await change(context, exportId, { status: ExportStatus.FAILED, failure });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const change = (context: Context, id: string, patch: Partial<ExportJob>): Promise<unknown> =>
  context.transaction(async (tx) => tx.update(ExportJob, await tx.lock(exportJobs, id), patch));

/** One reading of the database, from a cursor: as many rows are in memory as one batch has. */
function writeFile(context: Context, job: ExportJob, source: ExportSource, path: string): Promise<number> {
  const cursor = raw(`export_${job.id.replaceAll('-', '')}`);
  return context.transaction(async (tx) => {
    await tx.query(sql`declare ${cursor} no scroll cursor for ${source.query}`);
    let written = 0;
    async function* batches(): AsyncGenerator<SheetRow[]> {
      for (;;) {
        const rows = await tx.query<RawRow>(sql`fetch ${raw(String(BATCH))} from ${cursor}`);
        if (rows.length === 0) return;
        written += rows.length;
        if (written > MOST_ROWS[job.format]) throw new TooManyRows();
        yield rows.map((row) => source.rowOf(row));
        await tell(context, job, written);
      }
    }
    await pipeline(Readable.from(bytesOf(context, job, source, batches())), createWriteStream(path));
    return written;
  });
}

/** In a transaction of its own, for who looks on. */
const tell = (context: Context, job: ExportJob, written: number): Promise<unknown> =>
  context.transaction((tx) =>
    tx.query(sql`update reporting.export_job t set rows_written = ${written}
      where t.organisation_id = ${job.organisationId} and t.id = ${job.id}`),
  );

async function* bytesOf(
  { kernel }: Context,
  { format }: ExportJob,
  { title, columns }: ExportSource,
  batches: AsyncGenerator<SheetRow[]>,
): AsyncGenerator<string | Buffer> {
  if (format === ExportFormat.CSV) yield* csv(columns, batches);
  else if (format === ExportFormat.XLSX) yield* xlsx(columns, batches);
  else {
    const rows: SheetRow[] = [];
    for await (const some of batches) rows.push(...some);
    yield await renderPdf(pdfOf(title, kernel.clock.now().toISOString(), columns, rows));
  }
}
