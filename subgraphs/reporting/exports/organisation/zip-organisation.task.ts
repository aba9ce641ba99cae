import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { forbidden } from '../../../../shared/errors';
import { defineTask } from '../../../../shared/events/task';
import { isId } from '../../../../shared/ids';
import { recordsFile, recordsKey } from '../../../../shared/organisation-records/parts';
import type { Context } from '../../../../shared/subgraph/context';
import { attempt } from '../attempt';
import type { ExportJob } from '../export-job.entity';
import { asTheyAreNow } from '../exporter';
import { type ZipEntry, zip } from '../formats/zip';
import { ORGANISATION_EXPORT, requireWhole, seesPersons } from './export-organisation';
import { deleteRecords } from './records-files';

export const ZIP_ORGANISATION = 'zip-organisation';

export const zipOrganisationTask = defineTask<string>({
  name: ZIP_ORGANISATION,
  parse({ exportId }) {
    if (!isId(exportId)) throw new Error('A job without its export.');
    return exportId;
  },
  async run(exportId, context) {
    await attempt(context, exportId, async (job, path) => {
      await requireStill(context, job);
      return zipTo(path, context, job);
    });
    await deleteRecords(context, exportId);
  },
});

/** What they could when they asked for it, they still can. */
async function requireStill(context: Context, { userId, personal }: ExportJob): Promise<void> {
  const exporter = await asTheyAreNow(context, userId);
  if (!exporter) throw forbidden(ORGANISATION_EXPORT);
  requireWhole(exporter);
  if (personal && !seesPersons(exporter)) throw forbidden('customers:export');
}

/** From file to file: of no table more is in memory than a piece. */
async function zipTo(path: string, context: Context, job: ExportJob): Promise<number> {
  const { storage, clock } = context.kernel;
  const rows: Record<string, number> = {};
  const keys = (await storage.list(recordsKey(job.organisationId, job.id))).map(({ key }) => key).sort();
  async function* records(key: string, name: string): AsyncGenerator<Uint8Array> {
    const stream = await storage.read(key);
    if (!stream) throw new Error(`${name} is not there.`);
    rows[name] = 0;
    for await (const piece of stream as AsyncIterable<Buffer>) {
      for (const byte of piece) if (byte === NEWLINE) rows[name] += 1;
      yield piece;
    }
  }
  function* manifest(): Generator<string> {
    const files = Object.entries(rows).map(([name, count]) => ({ name, rows: count }));
    const { organisationId, personal } = job;
    const described = { ...MANIFEST, organisationId, exportedAt: clock.now(), personalData: personal, files };
    yield JSON.stringify(described, null, 2);
  }
  const entries: ZipEntry[] = keys.map((key) => {
    const name = recordsFile(key);
    return { name, content: records(key, name) };
  });
  const zipped = zip([...entries, { name: 'manifest.json', content: manifest() }]);
  await pipeline(Readable.from(zipped), createWriteStream(path));
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

const NEWLINE = 0x0a;

const MANIFEST = {
  format:
    'A file for each table, as one JSON object a line (NDJSON), in UTF-8. Large tables go on in further files.',
  amounts: 'In properties that end in Minor: in the smallest unit of the currency beside them.',
  leftOut:
    'Secrets, such as hashes of passwords; sessions; the bytes of uploaded files, which are listed in customer/file.',
};
