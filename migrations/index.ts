import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationClass, MigrationSet } from '../shared/database/migrate';
import { SUBGRAPHS } from '../shared/environment';

const MIGRATION_FILE = /^\d{13}-[a-z0-9-]+\.(ts|js)$/;

/** Every migration, platform first: the subgraphs' tables use its functions. */
export const migrationSets = (): MigrationSet[] =>
  ['platform', ...SUBGRAPHS].map((schema) => ({ schema, migrations: migrationsOf(schema) }));

function migrationsOf(schema: string): MigrationClass[] {
  const folder = join(__dirname, schema);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => MIGRATION_FILE.test(name))
    .sort()
    .flatMap((name) => Object.values(require(join(folder, name)) as Record<string, MigrationClass>));
}
