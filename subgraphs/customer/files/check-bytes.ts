import { buffer } from 'node:stream/consumers';
import { ApiError, badField, type FieldProblem } from '../../../shared/errors';
import { makeThumbnail } from '../../../shared/files/images';
import { bytesKey } from '../../../shared/files/keys';
import { fileClassOf } from '../../../shared/files/limits';
import { matchesContentType, SNIFF_BYTES } from '../../../shared/files/sniff';
import type { FileStorage } from '../../../shared/files/storage';
import { Semaphore } from '../../../shared/semaphore';
import type { File } from './file.entity';

/** There is no free decoder for it in the image library: such a file is known by its bytes, without a thumbnail. */
const NOT_DECODED = 'image/heic';
/** A large picture takes a second and some hundred megabytes to decode: two at once, the others in line. */
const decoders = new Semaphore(2, 50);

export type Checked = { thumbnail: Buffer | null } | { problem: FieldProblem };

/** What has arrived under the file's key: as announced, with its thumbnail, or why not. Throws when nothing has. */
export async function checkBytes(storage: FileStorage, file: File): Promise<Checked> {
  const key = bytesKey(file);
  const facts = await storage.stat(key);
  if (!facts) throw badField('fileId', 'NOT_UPLOADED', 'No bytes have arrived yet: send them first.');
  if (facts.size !== file.size)
    return refused('SIZE_MISMATCH', `${file.size} bytes were announced, ${facts.size} came.`);
  const head = await storage.readStart(key, SNIFF_BYTES);
  if (!head || !matchesContentType(head, file.contentType))
    return refused('CONTENT_MISMATCH', `The file is not ${file.contentType}, as was announced.`);
  if (fileClassOf(file.contentType) !== 'image' || file.contentType === NOT_DECODED)
    return { thumbnail: null };
  return decoders.run(() => thumbnailOf(storage, key));
}

async function thumbnailOf(storage: FileStorage, key: string): Promise<Checked> {
  const stream = await storage.read(key);
  if (!stream) throw badField('fileId', 'NOT_UPLOADED', 'No bytes have arrived yet: send them first.');
  const bytes = await buffer(stream);
  try {
    return { thumbnail: await makeThumbnail(bytes) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const [problem] = error.extensions.fields as FieldProblem[];
    return refused(problem!.code, problem!.message);
  }
}

const refused = (code: string, message: string): Checked => ({ problem: { path: 'fileId', code, message } });
