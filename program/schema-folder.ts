import { join } from 'node:path';

/** The generated schema. Compiled, this file is one folder deeper than in the sources. */
export const SCHEMA_FOLDER = join(
  __dirname,
  /[\\/]dist[\\/]program$/.test(__dirname) ? '../..' : '..',
  'schema',
);
