import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { raw, sql } from '../../../shared/database/sql';
import { forbidden } from '../../../shared/errors';
import { defineTask } from '../../../shared/events/task';
import { isId } from '../../../shared/ids';
import { renderPdf } from '../../../shared/pdf/render-pdf';
import type { Context } from '../../../shared/subgraph/context';
import type { RawRow } from '../builder/run-report';
import { attempt, TooManyRows } from './attempt';
import { ExportFormat } from './export.enums';
import { emitExportEvent } from './export-event';
import type { ExportJob } from './export-job.entity';
import { checkedExport, type ExportSource } from './export-source';
import { asTheyAreNow } from './exporter';
import { csv } from './formats/csv';
import { MOST_PDF_ROWS, pdfOf } from './formats/pdf';
import type { SheetRow } from './formats/sheet';
import { xlsx } from './formats/xlsx';

export const RUN_EXPORT = 'run-export';
const BATCH = 2000;
/** Each event is read by all who follow their organisation's. */
const TOLD_EVERY_MS = 1000;

const MOST_ROWS: Readonly<Partial<Record<ExportFormat, number>>> = {
  [ExportFormat.CSV]: 10_000_000,
  [ExportFormat.XLSX]: 1_000_000,
  [ExportFormat.PDF]: MOST_PDF_ROWS,
};

export const runExportTask = defineTask<string>({
  name: RUN_EXPORT,
  parse({ exportId }) {
    if (!isId(exportId)) throw new Error('A job without its export.');
    return exportId;
  },
  run: (exportId, context) =>
    attempt(context, exportId, async (job, path) => {
      const exporter = await asTheyAreNow(context, job.userId);
      if (!exporter) throw forbidden('reports:read');
      const open = await checkedExport(exporter, job);
      return writeFile(context, job, await open(), path);
    }),
});

async function writeFile(
  context: Context,
  job: ExportJob,
  source: ExportSource,
  path: string,
): Promise<number> {
  const tell = teller(context, job);
  let written = 0;
  async function* counted(batches: AsyncIterable<readonly SheetRow[]>): AsyncGenerator<readonly SheetRow[]> {
    for await (const rows of batches) {
      written += rows.length;
      if (written > MOST_ROWS[job.format]!) throw new TooManyRows();
      yield rows;
      await tell(written);
    }
  }
  await eachBatch(context, job, source.rows, async (batches) => {
    await pipeline(Readable.from(bytesOf(context, job, source, counted(batches))), createWriteStream(path));
  });
  return written;
}

/** One reading of the database, from a cursor: as many rows are in memory as one batch has. */
function eachBatch(
  context: Context,
  { id }: ExportJob,
  rows: ExportSource['rows'],
  write: (batches: AsyncIterable<readonly SheetRow[]>) => Promise<void>,
): Promise<void> {
  if (!('query' in rows)) return write(Readable.from([rows]));
  const { query, shown } = rows;
  const cursor = raw(`export_${id.replaceAll('-', '')}`);
  return context.transaction(async (tx) => {
    await tx.query(sql`declare ${cursor} no scroll cursor for ${query}`);
    async function* batches(): AsyncGenerator<SheetRow[]> {
      for (;;) {
        const some = await tx.query<RawRow>(sql`fetch ${raw(String(BATCH))} from ${cursor}`);
        if (some.length === 0) return;
        yield await shown(some);
      }
    }
    await write(batches());
  });
}

/** In a transaction of its own, for who looks on: the number each time, the event now and then. */
function teller(context: Context, job: ExportJob): (written: number) => Promise<void> {
  let toldAt = Number.NEGATIVE_INFINITY;
  return async (written) => {
    const now = performance.now();
    const isDue = now - toldAt >= TOLD_EVERY_MS;
    if (isDue) toldAt = now;
    await context.transaction(async (tx) => {
      await tx.query(sql`update reporting.export_job t set rows_written = ${written}
        where t.organisation_id = ${job.organisationId} and t.id = ${job.id}`);
      if (isDue) emitExportEvent(tx, 'ExportProgressed', job);
    });
  };
}

async function* bytesOf(
  { kernel }: Context,
  { format }: ExportJob,
  { title, columns }: ExportSource,
  batches: AsyncGenerator<readonly SheetRow[]>,
): AsyncGenerator<string | Buffer> {
  if (format === ExportFormat.CSV) yield* csv(columns, batches);
  else if (format === ExportFormat.XLSX) yield* xlsx(columns, batches);
  else {
    const rows: SheetRow[] = [];
    for await (const some of batches) rows.push(...some);
    yield await renderPdf(pdfOf(title, kernel.clock.now().toISOString(), columns, rows));
  }
}
