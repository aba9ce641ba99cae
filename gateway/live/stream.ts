import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { rateLimited, unauthenticated } from '../../shared/errors';
import { LiveCaller, placeOf } from '../callers';
import { badRequest } from '../http/bad-request';
import { readJsonBody } from '../http/body';
import { headersOf, statusOf } from '../http/error-head';
import { json } from '../http/respond';
import { refuseSecretsIn } from '../http/secrets-in-address';
import { fromBody } from '../operation-request';
import { admit } from './admit';
import { TRY_AGAIN_AFTER_S } from './caps';
import type { LiveEndpoint } from './endpoint';
import { Events } from './events';
import { openOperation } from './operation';
import { refusedBy } from './refused';

/**
 * One operation as server-sent events, by the protocol of graphql-sse (distinct connections): for clients behind
 * proxies that let no WebSocket through, and for whoever has nothing but HTTP.
 */
export async function streamEndpoint(
  request: IncomingMessage,
  response: ServerResponse,
  endpoint: LiveEndpoint,
): Promise<void> {
  const events = new Events(response);
  try {
    refuseSecretsIn(request.url);
    if (request.method !== 'POST')
      throw badRequest(
        { status: 405, headers: { Allow: 'POST' } },
        'method',
        'METHOD',
        'A stream is asked for with POST.',
      );
    const results = await open(request, response, events, endpoint);
    await events.tell(results);
  } catch (error) {
    const refused = refusedBy(error, endpoint.log);
    const errors = endpoint.graph.shown(refused.errors, randomUUID());
    const [first] = refused.errors;
    if (!response.headersSent) return json(response, statusOf(first!), { errors }, headersOf(first!));
    await events.next({ errors });
    events.complete();
  }
}

async function open(
  request: IncomingMessage,
  response: ServerResponse,
  events: Events,
  endpoint: LiveEndpoint,
) {
  const place = placeOf(request, endpoint);
  const leave = endpoint.addresses.take(place.address);
  if (!leave) throw rateLimited(TRY_AGAIN_AFTER_S);
  onceClosed(response, leave);
  const caller = new LiveCaller(endpoint, place, request.headers.authorization);
  const admitted = await admit(caller, endpoint, async (reason) => {
    await events.next({ errors: endpoint.graph.shown([unauthenticated(`${reason}.`)], randomUUID()) });
    events.complete();
  });
  onceClosed(response, admitted);
  const body = await readJsonBody(request, { maxBytes: endpoint.bodyLimit });
  const operation = await openOperation(endpoint, caller, () => fromBody(body));
  const results = operation.run();
  // Of a subscription: it waits for an event that nobody is there to take any more.
  if ('return' in results) onceClosed(response, () => void results.return());
  return 'return' in results ? results : once(results);
}

/** At once for a client that left while something was waited for. */
function onceClosed(response: ServerResponse, work: () => void): void {
  if (response.destroyed) work();
  else response.once('close', work);
}

async function* once<T>(result: Promise<T>): AsyncGenerator<T> {
  yield await result;
}
