import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The program's own, from the package that it was built of. */
export const VERSION: string = versionIn(__dirname);

function versionIn(folder: string): string {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return versionIn(dirname(folder));
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
