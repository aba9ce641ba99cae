import { sql } from '../../../shared/database/sql';
import { defineTask } from '../../../shared/events/task';
import { bytesKey, thumbnailKey } from '../../../shared/files/keys';
import { isId } from '../../../shared/ids';
import { File, FileState } from './file.entity';
import { uploads } from './file.loader';

export const FORGET_UPLOAD = 'forget-upload';
export const FORGET_AFTER_SECONDS = 24 * 3600;

/**
 * Removes an upload that was never completed. The record goes first, so that nobody completes what is being
 * deleted; the keys follow from the ids, so a second attempt deletes the bytes that a first one left.
 */
export const forgetUploadTask = defineTask<{ fileId: string; organisationId: string }>({
  name: FORGET_UPLOAD,
  parse({ fileId, organisationId }) {
    if (!isId(fileId) || !isId(organisationId)) throw new Error('A file and its organisation are needed.');
    return { fileId, organisationId };
  },
  async run({ fileId, organisationId }, context) {
    const kept = await context.transaction(async (tx) => {
      const [file] = await tx.rows(
        uploads,
        sql`t.organisation_id = ${organisationId} and t.id = ${fileId}`,
        sql`for no key update of t`,
      );
      if (file?.state === FileState.PENDING) await tx.delete(File, file);
      return file?.state === FileState.READY;
    });
    if (kept) return;
    const { storage } = context.kernel;
    for (const key of [bytesKey, thumbnailKey]) await storage.delete(key({ organisationId, id: fileId }));
  },
});
