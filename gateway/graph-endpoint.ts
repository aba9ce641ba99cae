import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import { ApiError } from '../shared/errors';
import type { Log } from '../shared/log';
import { type CallerOptions, callerOf } from './callers';
import type { GatewayContext } from './context';
import { readJsonBody } from './http/body';
import { isSecure } from './http/client-address';
import { refuse, send } from './http/respond';
import { refreshCookie } from './refresh-cookie';

export interface EndpointOptions extends CallerOptions {
  apollo: ApolloServer<GatewayContext>;
  bodyLimit: number;
  log: Log;
}

/** `/graphql` over HTTP: who calls, the body, the operation, the refresh cookie. */
export async function graphEndpoint(
  request: IncomingMessage,
  response: ServerResponse,
  options: EndpointOptions,
): Promise<void> {
  let context: GatewayContext;
  try {
    context = await callerOf(request, options);
  } catch (error) {
    if (!(error instanceof ApiError)) options.log.error('identity cannot be looked up', error);
    return refuse(
      response,
      error instanceof ApiError ? error : new ApiError('BUSY', 'Try again in a moment.'),
    );
  }
  response.setHeader('X-Request-Id', context.facts.requestId);
  try {
    const body =
      request.method === 'POST' ? await readJsonBody(request, { maxBytes: options.bodyLimit }) : undefined;
    await answer(request, response, body, context, options);
  } catch (error) {
    if (error instanceof ApiError) return refuse(response, error, context.facts.requestId);
    options.log.error('request failed', error, { requestId: context.facts.requestId });
    return refuse(
      response,
      new ApiError('INTERNAL', 'Something went wrong on our side.'),
      context.facts.requestId,
    );
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  body: unknown,
  context: GatewayContext,
  options: EndpointOptions,
): Promise<void> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  const result = await options.apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method ?? 'POST',
      headers,
      search: new URL(request.url ?? '/', 'http://gateway').search,
      body,
    },
    context: async () => context,
  });
  if (context.reply.refreshToken !== undefined)
    response.setHeader(
      'Set-Cookie',
      refreshCookie(context.reply.refreshToken, isSecure(request, options.trustedProxies)),
    );
  const text = result.body.kind === 'complete' ? result.body.string : '';
  await send(response, result.status ?? 200, text, {
    ...Object.fromEntries(result.headers),
    'Content-Type': result.headers.get('content-type') ?? 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
}
