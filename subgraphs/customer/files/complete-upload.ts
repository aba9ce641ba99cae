import { badField, badInput } from '../../../shared/errors';
import { bytesKey, thumbnailKey } from '../../../shared/files/keys';
import type { Context } from '../../../shared/subgraph/context';
import { checkBytes } from './check-bytes';
import { File, FileState } from './file.entity';
import { uploads } from './file.loader';

/**
 * Reading and decoding happen before the transaction; the bytes under a key are written once, so what was
 * checked is what is kept. Two at once do the same work, and the second finds it done.
 */
export async function completeUpload(context: Context, fileId: string): Promise<File> {
  const { storage } = context.kernel;
  const file = await context.loadOrFail(uploads, fileId);
  if (file.state === FileState.READY) return file;
  if (file.state === FileState.REJECTED) throw rejectedBefore(file);
  const checked = await checkBytes(storage, file);
  if ('problem' in checked) {
    await settle(context, fileId, { state: FileState.REJECTED, problem: checked.problem.code });
    await storage.delete(bytesKey(file));
    throw badInput([checked.problem]);
  }
  if (checked.thumbnail) await storage.write(thumbnailKey(file), checked.thumbnail, 'image/webp');
  await settle(context, fileId, { state: FileState.READY, hasThumbnail: checked.thumbnail !== null });
  return context.loadOrFail(uploads, fileId);
}

async function settle(context: Context, id: string, outcome: Partial<File>): Promise<void> {
  await context.transaction(async (tx) => {
    const file = await tx.lock(uploads, id);
    if (file.state !== FileState.PENDING) return;
    await tx.update(File, file, outcome);
    const name = outcome.state === FileState.READY ? 'FileReady' : 'FileRejected';
    tx.emit({ name, subjectType: 'File', subjectId: id });
  });
}

const rejectedBefore = ({ problem }: File) =>
  badField('fileId', problem!, 'This upload was rejected; begin another.');
