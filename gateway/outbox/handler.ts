import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PROGRAM } from '../../shared/access/identity';
import { ApiError } from '../../shared/errors';
import type { SubgraphLink } from '../../shared/subgraph/peers';
import { json, refuse, send } from '../http/respond';
import { type Asset, loadAssets, ownFiles } from '../page/assets';
import { assetSender } from '../page/send-asset';
import type { Principals } from '../principals';
import { accessFor, type OutboxAccess } from './access';
import { outboxHtml } from './html';

export interface OutboxOptions {
  principals: Principals | null;
  trustedProxies: number;
  /** Who has the messages. */
  subgraph(): SubgraphLink | undefined;
}

const PAGE = '/outbox';
const MESSAGES = `${PAGE}/messages`;
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const KEPT = `query ($organisationId: ID) { keptMessages(organisationId: $organisationId) {
  id organisation kind channel recipient subject body createdAt } }`;

/** What was kept instead of sent, for a developer who has no mail server. Never to be opened in production. */
export function outboxHandler(options: OutboxOptions) {
  const assets = loadAssets(PAGE, ownFiles('outbox', ['outbox.js', 'outbox.css']));
  const sendAsset = assetSender();
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const [path = '', search] = (request.url ?? '').split('?', 2);
    const asset = assets.get(path);
    if (request.method !== 'GET' || (path !== PAGE && path !== MESSAGES && !asset)) return false;
    if (asset) await sendAsset(request, response, asset, search);
    else if (path === PAGE) await sendPage(response, assets);
    else await sendMessages(request, response, options);
    return true;
  };
}

async function sendPage(response: ServerResponse, assets: ReadonlyMap<string, Asset>): Promise<void> {
  const address = (name: string) => `${PAGE}/${name}?v=${assets.get(`${PAGE}/${name}`)!.version}`;
  response.setHeader('Content-Security-Policy', POLICY);
  await send(response, 200, outboxHtml(address('outbox.js'), address('outbox.css')), {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  });
}

async function sendMessages(
  request: IncomingMessage,
  response: ServerResponse,
  options: OutboxOptions,
): Promise<void> {
  const access = await accessFor(request, options.principals, options.trustedProxies);
  if (!access)
    return refuse(response, new ApiError('FORBIDDEN', 'From another machine, sign in as an administrator.'));
  try {
    await json(response, 200, { messages: await keptMessages(options.subgraph(), access) });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    await refuse(response, error);
  }
}

async function keptMessages(link: SubgraphLink | undefined, access: OutboxAccess): Promise<unknown> {
  const facts = { requestId: randomUUID(), address: null, userAgent: null, refreshToken: null };
  const variables = { organisationId: access.organisationId };
  const result = await link?.execute({ query: KEPT, variables }, PROGRAM, facts);
  const kept = result?.data?.keptMessages;
  if (!kept) throw new ApiError('BUSY', 'The messages cannot be read at the moment.');
  return kept;
}
