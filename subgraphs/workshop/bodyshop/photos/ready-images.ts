import { badInput, type FieldProblem } from '../../../../shared/errors';
import { fileClassOf } from '../../../../shared/files/limits';
import type { Context } from '../../../../shared/subgraph/context';

/** What the links of a file need. */
export interface FileFacts {
  fileName: string;
  contentType: string;
  hasThumbnail: boolean;
}

/** A file, and where the input names it. */
export interface NamedFile {
  fileId: string;
  path: string;
}

interface File {
  name: string;
  contentType: string;
  state: string;
  thumbnailUrl: string | null;
}

/** Files are another subgraph's: whether they are there, theirs to use, and images, only that one knows. */
export async function readyImages(context: Context, named: NamedFile[]): Promise<Map<string, FileFacts>> {
  const files = await context.peers.entities<File>(
    'customer',
    'File',
    named.map(({ fileId }) => fileId),
    'name contentType state thumbnailUrl',
  );
  const problems = files.flatMap((file, index) => problemOf(file, named[index]!.path) ?? []);
  if (problems.length) throw badInput(problems);
  return new Map(
    files.map((file, index) => [
      named[index]!.fileId,
      {
        fileName: file!.name,
        contentType: file!.contentType,
        hasThumbnail: file!.thumbnailUrl !== null,
      },
    ]),
  );
}

function problemOf(file: File | null, path: string): FieldProblem | null {
  if (!file) return { path, code: 'UNKNOWN', message: 'There is no such file.' };
  if (file.state !== 'READY') return { path, code: 'NOT_READY', message: 'Complete the upload first.' };
  if (fileClassOf(file.contentType) !== 'image')
    return { path, code: 'NOT_AN_IMAGE', message: 'A photo is an image.' };
  return null;
}
