import 'reflect-metadata';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeGraph } from './compose';
import { errorReference } from './error-reference';

/**
 * `npm run schema` writes the generated files of schema/; with `--check` it only compares, and fails when the
 * code and the files differ.
 */
const check = process.argv.includes('--check');
const folder = join(process.cwd(), 'schema');

function main(): void {
  const { subgraphs, supergraph, api, needs } = composeGraph();
  const files = new Map<string, string>([
    ...subgraphs.map(({ name, sdl }): [string, string] => [`${name}.graphql`, sdl]),
    ['supergraph.graphql', supergraph],
    ['api.graphql', api],
    ['needs.json', needs],
    ['errors.md', errorReference()],
  ]);
  const stale = [...files].filter(([name, text]) => current(name) !== text);
  if (check && stale.length) {
    console.error(
      `Not in step with the code: ${stale.map(([name]) => `schema/${name}`).join(', ')}. Run: npm run schema`,
    );
    process.exit(1);
  }
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of stale) writeFileSync(join(folder, name), text);
  console.log(
    stale.length ? `Written: ${stale.map(([name]) => name).join(', ')}` : 'schema/ is in step with the code.',
  );
}

function current(name: string): string | null {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch {
    return null;
  }
}

main();
