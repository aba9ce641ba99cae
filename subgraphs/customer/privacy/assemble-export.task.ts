import { json } from 'node:stream/consumers';
import { addSeconds } from '../../../shared/clock';
import { sql } from '../../../shared/database/sql';
import { SUBGRAPHS } from '../../../shared/environment';
import { defineTask } from '../../../shared/events/task';
import { bytesKey } from '../../../shared/files/keys';
import { derivedId, isId } from '../../../shared/ids';
import { partKey } from '../../../shared/personal-data/parts';
import type { Context } from '../../../shared/subgraph/context';
import { customers } from '../crm/customer.loader';
import { File, FileState } from '../files/file.entity';
import { organisations } from '../identity/organisation.loader';
import { CustomerDataExport } from './customer-data-export.entity';
import { EXPIRE_EXPORT } from './expire-export.task';
import { DataExportStatus } from './privacy.lifecycle';
import { dataExports } from './privacy.loader';

export const ASSEMBLE_EXPORT = 'assemble-export';
export const FORGET_PARTS = 'forget-export-parts';
const KEPT_SECONDS = 7 * 24 * 60 * 60;
const CONTENT_TYPE = 'application/json';

const parse = ({ exportId }: Record<string, unknown>): string => {
  if (!isId(exportId)) throw new Error('A job without its export.');
  return exportId;
};

export const assembleExportTask = defineTask<string>({
  name: ASSEMBLE_EXPORT,
  parse,
  run: (exportId, context) => assemble(context, exportId),
});

export const forgetPartsTask = defineTask<string>({
  name: FORGET_PARTS,
  parse,
  run: (exportId, context) => forgetParts(context, exportId),
});

/** The file's id follows from the export's, so a second attempt writes the same file. */
async function assemble(context: Context, exportId: string): Promise<void> {
  const found = await context.loadOrFail(dataExports, exportId);
  if (found.status === DataExportStatus.COLLECTING) {
    const file = {
      organisationId: found.organisationId,
      id: derivedId(`export file ${exportId}`),
    };
    const bytes = Buffer.from(JSON.stringify(await wholeOf(context, found), null, 2));
    await context.kernel.storage.write(bytesKey(file), bytes, CONTENT_TYPE);
    const kept = await handOver(context, found, file.id, bytes.length);
    if (!kept) await context.kernel.storage.delete(bytesKey(file));
  }
  await forgetParts(context, exportId);
}

async function wholeOf(context: Context, { id, organisationId }: CustomerDataExport): Promise<object> {
  const parts: Record<string, unknown> = {};
  for (const subgraph of SUBGRAPHS) {
    const stream = await context.kernel.storage.read(partKey(organisationId, id, subgraph));
    if (!stream) throw new Error(`The part of ${subgraph} is not there.`);
    parts[subgraph] = await json(stream);
  }
  return { exportedAt: context.kernel.clock.now(), ...parts };
}

/** False when the export has ended meanwhile: nobody is to have the file. */
function handOver(
  context: Context,
  { id, customerId }: CustomerDataExport,
  fileId: string,
  size: number,
): Promise<boolean> {
  return context.transaction(async (tx) => {
    const found = await tx.lock(dataExports, id);
    if (found.status !== DataExportStatus.COLLECTING) return found.status === DataExportStatus.READY;
    const { code } = await tx.lock(customers, customerId);
    const [organisation] = await tx.rows(organisations, sql`t.id = ${tx.organisationId}`);
    await tx.insert(File, {
      id: fileId,
      name: `${organisation!.name} ${code}.json`.replace(/[\p{Cc}/\\]/gu, '_'),
      contentType: CONTENT_TYPE,
      size,
      state: FileState.READY,
      hasThumbnail: false,
      private: true,
      uploadedBy: found.requestedById,
    });
    const expiresAt = addSeconds(tx.now, KEPT_SECONDS);
    const patch = { status: DataExportStatus.READY, fileId, readyAt: tx.now, expiresAt };
    await tx.update(CustomerDataExport, found, patch, 'hand over');
    tx.enqueue({ task: EXPIRE_EXPORT, payload: { exportId: id }, runAt: expiresAt });
    tx.emit({ name: 'CustomerDataReady', subjectType: 'CustomerDataExport', subjectId: id });
    return true;
  });
}

async function forgetParts(context: Context, exportId: string): Promise<void> {
  for (const subgraph of SUBGRAPHS)
    await context.kernel.storage.delete(partKey(context.identity.organisationId!, exportId, subgraph));
}
