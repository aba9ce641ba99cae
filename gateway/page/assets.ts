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

/** Own files are not compiled, so they lie beside the sources, also when we run from the build's folder. */
const OWN = join(packageRoot(__dirname), 'gateway', 'page', 'public');

const inPackage = (name: string, file: string) =>
  join(dirname(require.resolve(`${name}/package.json`)), file);

/** Everything that is served, and nothing else is: no request's path ever becomes a file's. */
const FILES: Readonly<Record<string, string>> = {
  'react.js': inPackage('react', 'umd/react.production.min.js'),
  'react-dom.js': inPackage('react-dom', 'umd/react-dom.production.min.js'),
  'graphiql.js': inPackage('graphiql', 'graphiql.min.js'),
  'graphiql.css': inPackage('graphiql', 'graphiql.min.css'),
  ...Object.fromEntries(
    ['page.css', 'icon.svg', 'main.js', 'bar.js', 'session.js', 'fetcher.js', 'api.js'].map((name) => [
      name,
      join(OWN, name),
    ]),
  ),
};

export function loadAssets(folder: string): Map<string, Asset> {
  return new Map(
    Object.entries(FILES).map(([name, file]) => {
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
