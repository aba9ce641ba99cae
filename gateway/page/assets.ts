import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

export interface Asset {
  /** The path it is served at. */
  path: string;
  contentType: string;
  content: Buffer;
  /** Changes with the content, and with nothing else. */
  version: string;
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export type Files = Readonly<Record<string, string>>;

/** Own files are not compiled, so they lie beside the sources, also when we run from the build's folder. */
export const ownFiles = (page: string, names: readonly string[]): Files =>
  Object.fromEntries(
    names.map((name) => [name, join(packageRoot(__dirname), 'gateway', page, 'public', name)]),
  );

/** What `npm run bundle` made. */
export const builtFiles = (folder: string, names: readonly string[]): Files =>
  Object.fromEntries(names.map((name) => [name, join(packageRoot(__dirname), 'dist', folder, name)]));

export const inPackage = (name: string, file: string): string =>
  join(dirname(require.resolve(`${name}/package.json`)), file);

/** Everything that is served at a folder's address, and nothing else is: no request's path ever becomes a file's. */
export function loadAssets(folder: string, files: Files): Map<string, Asset> {
  return new Map(
    Object.entries(files).map(([name, file]) => {
      const content = readFileSync(file);
      const version = createHash('sha256').update(content).digest('base64url').slice(0, 16);
      const path = `${folder}/${name}`;
      return [path, { path, content, version, contentType: TYPES[extname(name)]! }];
    }),
  );
}

function packageRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : packageRoot(dirname(folder));
}
