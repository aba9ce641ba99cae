import { readFileSync } from 'node:fs';
import { documentsIn } from '../../shared/documents/manifest';

/** The documents of a manifest by their hashes: all that first parties may run, where that is set. */
export function readManifest(file: string): ReadonlyMap<string, string> {
  try {
    const documents = documentsIn(JSON.parse(readFileSync(file, 'utf8')));
    return new Map(documents.map(({ hash, body }) => [hash, body]));
  } catch (error) {
    throw new Error(`PERSISTED_ONLY: ${file} is no manifest of documents (${(error as Error).message}).`, {
      cause: error,
    });
  }
}
