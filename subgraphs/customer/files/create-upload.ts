import { addSeconds } from '../../../shared/clock';
import { badField, badInput } from '../../../shared/errors';
import { bytesKey } from '../../../shared/files/keys';
import { fileClassOf, uploadProblem } from '../../../shared/files/limits';
import type { Context } from '../../../shared/subgraph/context';
import { type ThrottleRule, throttle } from '../../../shared/throttle/throttle';
import { File, FileState } from './file.entity';
import { uploads } from './file.loader';
import { FORGET_AFTER_SECONDS, FORGET_UPLOAD } from './forget-upload.task';
import type { CreateUploadInput } from './upload.input';
import type { Upload } from './upload.type';

const UPLOAD_WITHIN_SECONDS = 3600;
/** Twice what can be attached: some of them fail. The window is longer than any such link lives. */
const UPLOADS_OF_A_LINK: ThrottleRule = {
  name: 'uploads of a link',
  allowed: 20,
  windowSeconds: 7 * 24 * 3600,
};

/** The bytes go past us, straight to the storage; what they are is checked when the upload is completed. */
export async function createUpload(context: Context, input: CreateUploadInput): Promise<Upload> {
  const name = input.fileName.trim();
  const contentType = input.contentType.trim().toLowerCase();
  const problem = uploadProblem({ fileName: name, contentType, size: input.size });
  if (problem) throw badInput([{ ...problem, path: `input.${problem.path}` }]);
  await requireFromLink(context, contentType);
  const { id } = await context.once(
    { operation: 'createUpload', key: input.idempotencyKey, input },
    async (tx) => {
      const file = await tx.insert(File, {
        name,
        contentType,
        size: input.size,
        state: FileState.PENDING,
        hasThumbnail: false,
        uploadedBy: tx.identity.actorId,
      });
      tx.enqueue({
        task: FORGET_UPLOAD,
        payload: { fileId: file.id },
        runAt: addSeconds(tx.now, FORGET_AFTER_SECONDS),
      });
      return { id: file.id };
    },
  );
  const file = await context.loadOrFail(uploads, id);
  const expiresAt = addSeconds(context.kernel.clock.now(), UPLOAD_WITHIN_SECONDS);
  const grant = { contentType: file.contentType, size: file.size, expiresAt };
  const { url, method, headers } = await context.kernel.storage.uploadTarget(bytesKey(file), grant);
  return {
    file,
    url,
    method,
    headers: Object.entries(headers).map(([header, value]) => ({ name: header, value })),
    expiresAt,
  };
}

/** Somebody without an account fills no storage: images, and only some. */
async function requireFromLink(context: Context, contentType: string): Promise<void> {
  const { kind, actorId } = context.identity;
  if (kind !== 'LINK') return;
  if (fileClassOf(contentType) !== 'image')
    throw badField('input.contentType', 'TYPE_NOT_ALLOWED', 'With this link, images alone are taken.');
  await throttle(context, UPLOADS_OF_A_LINK, actorId!);
}
