import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isObjectType } from 'graphql';
import { NEVER_ANSWERED } from './answered-exceptions';

const FOLDER = join('coverage', 'answered');

/**
 * `npm run answered`, after `npm test`: the fields of the graph that no test saw answered with a value it then
 * asserted something about. So a field that answers nothing, or that nobody looks at, does not pass as finished.
 */
function main(): void {
  if (!existsSync(FOLDER)) fail(`There is no ${FOLDER}: run npm test first.`);
  const answered = new Set(readdirSync(FOLDER).flatMap((name) => coordinatesIn(join(FOLDER, name))));
  const all = coordinates();
  const left = all.filter((coordinate) => !answered.has(coordinate) && !(coordinate in NEVER_ANSWERED));
  const stale = Object.keys(NEVER_ANSWERED).filter(
    (coordinate) => answered.has(coordinate) || !all.includes(coordinate),
  );
  for (const coordinate of left)
    console.error(`${coordinate} was never answered with a value that a test asserts`);
  for (const coordinate of stale)
    console.error(`${coordinate} needs no exception: it is answered, or not in the graph`);
  if (left.length + stale.length) fail(`${left.length} of ${all.length} fields are not shown to work.`);
  const excepted = Object.keys(NEVER_ANSWERED).length;
  console.log(
    `All ${all.length} fields of the graph were answered and asserted${excepted ? `, ${excepted} excepted` : ''}.`,
  );
}

const coordinatesIn = (file: string): string[] => JSON.parse(readFileSync(file, 'utf8')) as string[];

function coordinates(): string[] {
  const schema = buildSchema(readFileSync(join('schema', 'api.graphql'), 'utf8'));
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__'))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`))
    .sort();
}

function fail(line: string): never {
  console.error(line);
  process.exit(1);
}

main();
