import 'reflect-metadata';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { appOf } from '../program/apps';
import { SUBGRAPHS, type SubgraphName } from '../shared/environment';
import { proposeChanges } from './migration/proposal';
import { fileName, type NewMigration, sourceOf } from './migration/template';
import { withScratchDatabase } from './scratch-database';

const USAGE = `npm run migration -- <schema> <name> [--diff]
  schema   platform, ${SUBGRAPHS.join(', ')}
  name     what it does, such as add-colour
  --diff   start from what the subgraph's entities have and the migrations do not`;

/** `npm run migration -- vehicle add-colour`: an empty migration, or one that starts from the difference. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { diff: { type: 'boolean' } },
  });
  const [schema = '', name = '', ...rest] = positionals;
  const subgraph = SUBGRAPHS.find((known) => known === schema);
  if ((!subgraph && schema !== 'platform') || rest.length || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new Error(`Usage: ${USAGE}`);
  if (values.diff && !subgraph)
    throw new Error('The platform has no entities to compare with: leave out --diff.');
  const statements = values.diff && subgraph ? await difference(subgraph) : [];
  if (values.diff && statements.length === 0) {
    console.log(`The tables of ${schema} have what its entities have: nothing to migrate.`);
    return;
  }
  const migration: NewMigration = { schema, name, timestamp: nextTimestamp(schema), statements };
  const file = fileName(migration);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, sourceOf(migration), { flag: 'wx' });
  console.log(`Written: ${file}`);
  if (values.diff) console.log('Read it: what TypeORM calls a change of type, it drops and adds.');
}

const difference = (subgraph: SubgraphName): Promise<string[]> =>
  withScratchDatabase((url) => proposeChanges(appOf(subgraph), url));

/** Later than every migration there is, whatever the clock of this machine says. */
function nextTimestamp(schema: string): number {
  const folder = `migrations/${schema}`;
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const latest = Math.max(0, ...files.map((file) => Number.parseInt(file, 10) || 0));
  return Math.max(Date.now(), latest + 1);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
