import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { send } from '../http/respond';
import { type Asset, inPackage, loadAssets, ownFiles } from './assets';
import { type PageAddresses, type PageOptions, pageHtml } from './html';
import { assetSender } from './send-asset';

const FOLDER = '/page';
const FILES = {
  'react.js': inPackage('react', 'umd/react.production.min.js'),
  'react-dom.js': inPackage('react-dom', 'umd/react-dom.production.min.js'),
  'graphiql.js': inPackage('graphiql', 'graphiql.min.js'),
  'graphiql.css': inPackage('graphiql', 'graphiql.min.css'),
  ...ownFiles('page', ['page.css', 'icon.svg', 'main.js', 'bar.js', 'session.js', 'fetcher.js', 'api.js']),
};

/** GraphiQL with a sign-in, at `/`, from local files alone. The handler is true for the requests it answers. */
export function pageHandler(options: PageOptions): (req: IncomingMessage, res: ServerResponse) => boolean {
  const assets = loadAssets(FOLDER, FILES);
  const sendAsset = assetSender();
  const addresses = addressesOf(assets);
  return (req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return false;
    const [path = '', search] = (req.url ?? '').split('?', 2);
    const asset = assets.get(path);
    if (asset) settle(res, sendAsset(req, res, asset, search));
    else if (path === '/') settle(res, sendPage(res, options, addresses));
    else return false;
    return true;
  };
}

async function sendPage(res: ServerResponse, options: PageOptions, addresses: PageAddresses): Promise<void> {
  const nonce = randomBytes(16).toString('base64');
  res.setHeader('Content-Security-Policy', policy(nonce));
  await send(res, 200, pageHtml(options, addresses, nonce), {
    'Content-Type': 'text/html; charset=utf-8',
    // The nonce is for one answer.
    'Cache-Control': 'no-store',
  });
}

/** Fonts and small pictures are inside GraphiQL's stylesheet; nothing is loaded from anywhere else. */
const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

function addressesOf(assets: ReadonlyMap<string, Asset>): PageAddresses {
  const address = (name: string) => {
    const { path, version } = assets.get(`${FOLDER}/${name}`)!;
    return `${path}?v=${version}`;
  };
  return {
    styles: ['graphiql.css', 'page.css'].map(address),
    scripts: ['react.js', 'react-dom.js', 'graphiql.js'].map(address),
    module: address('main.js'),
    icon: address('icon.svg'),
  };
}

function settle(res: ServerResponse, answered: Promise<void>): void {
  answered.catch(() => res.destroy());
}
