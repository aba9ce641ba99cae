import { longFiles } from './check/lengths';
import { lint, schema, typedClient, types } from './check/programs';
import { projectFiles } from './check/project-files';
import { schemaPromises } from './check/promises';
import { forbiddenWords } from './check/words';

/** `npm run check`: everything that can be told without running the program, side by side, a line a finding. */
async function main(): Promise<void> {
  const files = projectFiles();
  const checks: Record<string, Promise<string[]> | string[]> = {
    types: types(),
    lint: lint(),
    schema: schema(),
    'typed client': typedClient(),
    promises: schemaPromises(files),
    words: forbiddenWords(files),
    lengths: longFiles(files),
  };
  let found = 0;
  for (const [name, check] of Object.entries(checks))
    for (const finding of await check) {
      found += 1;
      console.error(`${name}: ${finding}`);
    }
  if (found) {
    console.error(`${found} ${found === 1 ? 'finding' : 'findings'}.`);
    process.exitCode = 1;
  } else console.log(`In order: ${Object.keys(checks).join(', ')}; ${files.length} files.`);
}

main().catch((error: Error) => {
  console.error(`The checks cannot run: ${error.message}`);
  process.exit(1);
});
