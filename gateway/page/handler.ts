import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseEncoding, compress, type Encoded } from '../http/compression';
import { send } from '../http/respond';
import { vary } from '../http/vary';
import { type Asset, loadAssets } from './assets';
import { type PageAddresses, type PageOptions, pageHtml } from './html';

const FOLDER = '/page';
const ONE_YEAR = 31_536_000;

/** GraphiQL with a sign-in, at `/`, from local files alone. The handler is true for the requests it answers. */
export function pageHandler(options: PageOptions): (req: IncomingMessage, res: ServerResponse) => boolean {
  const assets = loadAssets(FOLDER);
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

/** Each file is compressed once for each encoding. */
function assetSender() {
  const encoded = new Map<string, Promise<Encoded>>();

  const encode = ({ path, content, contentType }: Asset, accepted: string | undefined): Promise<Encoded> => {
    const key = `${chooseEncoding(accepted)} ${path}`;
    const known = encoded.get(key) ?? compress(content, contentType, accepted);
    encoded.set(key, known);
    return known;
  };

  return async (req: IncomingMessage, res: ServerResponse, asset: Asset, search?: string): Promise<void> => {
    const isVersioned = search === `v=${asset.version}`;
    const { body, encoding } = await encode(asset, req.headers['accept-encoding']);
    const tag = `"${asset.version}${encoding ? `-${encoding}` : ''}"`;
    vary(res, 'Accept-Encoding');
    res.setHeader('ETag', tag);
    res.setHeader('Cache-Control', isVersioned ? `public, max-age=${ONE_YEAR}, immutable` : 'no-cache');
    if (matches(req.headers['if-none-match'], tag)) {
      res.writeHead(304).end();
      return;
    }
    if (encoding) res.setHeader('Content-Encoding', encoding);
    res.writeHead(200, { 'Content-Type': asset.contentType, 'Content-Length': body.length }).end(body);
  };
}

/** Proxies that change the encoding mark the tag as weak. */
const matches = (ifNoneMatch: string | undefined, tag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((each) => [tag, '*'].includes(each.trim().replace(/^W\//, '')));

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
