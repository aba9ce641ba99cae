import type { FieldProblem } from '../errors';

const MEGABYTE = 1024 * 1024;
const FILE_NAME_LENGTH = 200;

export type FileClass = 'image' | 'document';

const LIMITS: Record<FileClass, { megabytes: number; plural: string }> = {
  image: { megabytes: 10, plural: 'Images' },
  document: { megabytes: 25, plural: 'Documents' },
};

/** Every type that is taken in, with the endings that belong to it. SVG and HTML run scripts: never. */
const TYPES: Record<string, { class: FileClass; extensions: readonly string[] }> = {
  'image/png': { class: 'image', extensions: ['png'] },
  'image/jpeg': { class: 'image', extensions: ['jpg', 'jpeg', 'jfif'] },
  'image/webp': { class: 'image', extensions: ['webp'] },
  'image/gif': { class: 'image', extensions: ['gif'] },
  'image/heic': { class: 'image', extensions: ['heic', 'heif'] },
  'image/avif': { class: 'image', extensions: ['avif'] },
  'application/pdf': { class: 'document', extensions: ['pdf'] },
  'text/csv': { class: 'document', extensions: ['csv'] },
  'text/plain': { class: 'document', extensions: ['txt', 'text', 'log'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    class: 'document',
    extensions: ['docx'],
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    class: 'document',
    extensions: ['xlsx'],
  },
};

export interface UploadRequest {
  contentType: string;
  size: number;
  fileName: string;
}

export const allowedContentTypes: readonly string[] = Object.keys(TYPES);

export const fileClassOf = (contentType: string): FileClass | null =>
  Object.hasOwn(TYPES, contentType) ? TYPES[contentType]!.class : null;

export const extensionsOf = (contentType: string): readonly string[] =>
  Object.hasOwn(TYPES, contentType) ? TYPES[contentType]!.extensions : [];

/** Why an upload is not even started, or null. `path` names the field of the request. */
export function uploadProblem({ contentType, size, fileName }: UploadRequest): FieldProblem | null {
  const fileClass = fileClassOf(contentType);
  if (!fileClass) {
    const message = `Files of this type are not taken. Allowed: ${allowedContentTypes.join(', ')}.`;
    return { path: 'contentType', code: 'TYPE_NOT_ALLOWED', message };
  }
  if (!Number.isSafeInteger(size) || size < 1) {
    return { path: 'size', code: 'INVALID_SIZE', message: 'The size is a number of bytes, 1 or more.' };
  }
  const { megabytes, plural } = LIMITS[fileClass];
  if (size > megabytes * MEGABYTE) {
    return { path: 'size', code: 'FILE_TOO_LARGE', message: `${plural} can have up to ${megabytes} MB.` };
  }
  const length = Array.from(fileName).length;
  if (length < 1 || length > FILE_NAME_LENGTH || /[\p{Cc}/\\]/u.test(fileName)) {
    const message = `The name has 1 to ${FILE_NAME_LENGTH} characters, without slashes or control characters.`;
    return { path: 'fileName', code: 'INVALID_FILE_NAME', message };
  }
  return null;
}
