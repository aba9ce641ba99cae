import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentCheck } from '../shared/documents/document-check';
import { SCHEMA_FOLDER } from './schema-folder';

const checkModule = () =>
  require('../gateway/clients/schema-document-check') as typeof import('../gateway/clients/schema-document-check');

/**
 * The gateway's way to look at documents, for a subgraph that registers them and sees only its own part of the schema.
 * Made when it is first needed: most processes never do.
 */
export function lazyDocumentCheck(): DocumentCheck {
  let made: DocumentCheck | null = null;
  return {
    look(text) {
      made ??= new (checkModule().SchemaDocumentCheck)(
        readFileSync(join(SCHEMA_FOLDER, 'api.graphql'), 'utf8'),
        JSON.parse(readFileSync(join(SCHEMA_FOLDER, 'needs.json'), 'utf8')),
      );
      return made.look(text);
    },
  };
}
