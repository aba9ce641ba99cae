import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PROGRAM } from '../../shared/access/identity';
import { ApiError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import type { Log } from '../../shared/log';
import { isWhatsapp, withoutChannel } from '../../shared/messages/twilio';
import { isFromTwilio } from '../../shared/messages/twilio-signature';
import type { SubgraphLink } from '../../shared/subgraph/peers';
import { badRequest } from '../http/bad-request';
import { readBody } from '../http/body';
import { refuse } from '../http/respond';

export interface TwilioWebhooksOptions {
  authToken: string;
  /** The addresses that replies come to; of another number nothing is believed. */
  numbers: readonly string[];
  publicUrl: string;
  /** Who takes in what was said. */
  subgraph(): SubgraphLink | undefined;
  log: Log;
}

const RECEIPTS = '/webhooks/twilio/receipts';
const REPLIES = '/webhooks/twilio/replies';
const MOST_BYTES = 64 * 1024;
const FORM = 'application/x-www-form-urlencoded';
/** Nothing is answered to the phone: Twilio itself confirms a STOP. */
const NO_ANSWER = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

const TAKE_RECEIPT = `mutation ($organisationId: ID!, $messageId: ID!, $attempt: Int!, $providerId: String!, $word: String!, $errorCode: String) {
  takeMessageReceipt(organisationId: $organisationId, messageId: $messageId, attempt: $attempt, providerId: $providerId,
    word: $word, errorCode: $errorCode) }`;
const TAKE_REPLY = `mutation ($channel: MessageChannel!, $from: String!, $providerId: String!, $body: String!) {
  takeMessageReply(channel: $channel, from: $from, providerId: $providerId, body: $body) }`;

interface Said {
  query: string;
  variables: Record<string, unknown>;
}

/** What Twilio tells us: what became of a message, and what somebody answered. The handler is true for its requests. */
export function twilioWebhooks(options: TwilioWebhooksOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const [path = '', search = ''] = (request.url ?? '').split('?', 2);
    if (path !== RECEIPTS && path !== REPLIES) return false;
    try {
      const form = await verifiedForm(request, options);
      const said =
        path === RECEIPTS ? receiptIn(new URLSearchParams(search), form) : replyIn(form, options.numbers);
      if (said) await handOn(said, options);
      response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8', 'cache-control': 'no-store' });
      response.end(NO_ANSWER);
    } catch (error) {
      if (!(error instanceof ApiError)) options.log.error('a word of the provider was not taken in', error);
      await refuse(response, error instanceof ApiError ? error : unavailable());
    }
    return true;
  };
}

async function verifiedForm(
  request: IncomingMessage,
  { authToken, publicUrl }: TwilioWebhooksOptions,
): Promise<URLSearchParams> {
  if (request.method !== 'POST')
    throw badRequest({ status: 405, headers: { Allow: 'POST' } }, 'method', 'METHOD', 'Send it by POST.');
  if (request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() !== FORM)
    throw badRequest({ status: 415 }, 'Content-Type', 'MEDIA_TYPE', `Send it as ${FORM}.`);
  const form = new URLSearchParams((await readBody(request, { maxBytes: MOST_BYTES })).toString('utf8'));
  const signature = String(request.headers['x-twilio-signature'] ?? '');
  if (!isFromTwilio(authToken, signature, publicUrl + request.url, form))
    throw new ApiError('FORBIDDEN', 'This was not signed by the provider.');
  return form;
}

/** The address was ours, with the message and the attempt in it; one without was entered by hand, and says nothing. */
function receiptIn(about: URLSearchParams, form: URLSearchParams): Said | null {
  const organisationId = about.get('organisation');
  const messageId = about.get('message');
  const attempt = Number(about.get('attempt'));
  const [providerId, word] = [form.get('MessageSid'), form.get('MessageStatus')];
  if (!isId(organisationId) || !isId(messageId) || !Number.isSafeInteger(attempt) || !providerId || !word)
    return null;
  const errorCode = form.get('ErrorCode');
  return {
    query: TAKE_RECEIPT,
    variables: { organisationId, messageId, attempt, providerId, word, errorCode },
  };
}

function replyIn(form: URLSearchParams, numbers: readonly string[]): Said | null {
  const [from, to, providerId] = [form.get('From'), form.get('To'), form.get('MessageSid')];
  if (!from || !to || !providerId || !isOurs(to, form.get('MessagingServiceSid'), numbers)) return null;
  const channel = isWhatsapp(from) ? 'WHATSAPP' : 'SMS';
  const body = form.get('Body') ?? '';
  return { query: TAKE_REPLY, variables: { channel, from: withoutChannel(from), providerId, body } };
}

const isOurs = (to: string, service: string | null, numbers: readonly string[]): boolean =>
  numbers.includes(withoutChannel(to)) || (service !== null && numbers.includes(service));

async function handOn({ query, variables }: Said, { subgraph, log }: TwilioWebhooksOptions): Promise<void> {
  const link = subgraph();
  if (!link) throw unavailable();
  const facts = { requestId: randomUUID(), address: null, userAgent: null, refreshToken: null };
  const { errors } = await link.execute({ query, variables }, PROGRAM, facts);
  if (!errors?.length) return;
  log.error('a word of the provider was not taken in', errors[0], { requestId: facts.requestId });
  throw unavailable();
}

const unavailable = (): ApiError =>
  new ApiError('BUSY', 'It cannot be taken in at the moment. Say it again.');
