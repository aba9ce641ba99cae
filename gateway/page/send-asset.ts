import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseEncoding, compress, type Encoded } from '../http/compression';
import { vary } from '../http/vary';
import type { Asset } from './assets';

const ONE_YEAR = 31_536_000;

/** Each file is compressed once for each encoding. */
export function assetSender() {
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
