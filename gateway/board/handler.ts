import type { IncomingMessage, ServerResponse } from 'node:http';
import { send } from '../http/respond';
import { type Asset, builtFiles, loadAssets, ownFiles } from '../page/assets';
import { assetSender } from '../page/send-asset';
import { shellHtml } from './html';

const FOLDER = '/board';
const FILES = {
  ...builtFiles('dashboard', ['board.js', 'board.css', 'track.js', 'track.css']),
  ...ownFiles('page', ['icon.svg']),
};

/** The address of each page, and the name that its built files have. */
const PAGES = {
  '/board': { title: 'Workshop board · Liftbay', name: 'board' },
  '/track': { title: 'Your repair · Liftbay', name: 'track' },
};

/**
 * The workshop's board, and the page on which customers track their repair. Both are clients of the published API;
 * nothing of them runs here. `fileOrigins` are where pictures come from.
 */
export function boardHandler({ fileOrigins }: { fileOrigins: readonly string[] }) {
  const assets = loadAssets(FOLDER, FILES);
  const sendAsset = assetSender();
  const pages = new Map(
    Object.entries(PAGES).map(([path, { title, name }]) => [
      path,
      shellHtml({ title, ...addressesOf(assets, name) }),
    ]),
  );
  const policy = policyWith(fileOrigins);
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const [path = '', search] = (request.url ?? '').split('?', 2);
    const asset = assets.get(path);
    const page = pages.get(path);
    if (asset) await sendAsset(request, response, asset, search);
    else if (page) {
      response.setHeader('Content-Security-Policy', policy);
      await send(response, 200, page, {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-cache',
      });
    } else return false;
    return true;
  };
}

const policyWith = (fileOrigins: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self'", ...fileOrigins].join(' '),
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

function addressesOf(assets: ReadonlyMap<string, Asset>, name: string) {
  const address = (file: string) => `${FOLDER}/${file}?v=${assets.get(`${FOLDER}/${file}`)!.version}`;
  return { script: address(`${name}.js`), style: address(`${name}.css`), icon: address('icon.svg') };
}
