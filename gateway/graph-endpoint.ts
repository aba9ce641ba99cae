import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from '../shared/errors';
import type { Log } from '../shared/log';
import { tellBudgets } from './budgets';
import { cacheable } from './cacheable';
import { type CallerOptions, callerOf } from './callers';
import type { GatewayContext } from './context';
import type { Graph } from './graph';
import { ANSWER_TYPES, answerType } from './http/accept';
import { badRequest } from './http/bad-request';
import { isSecure } from './http/client-address';
import { refuse, send } from './http/respond';
import { refuseSecretsIn } from './http/secrets-in-address';
import { readOperation } from './operation-request';
import { refreshCookie } from './refresh-cookie';

export interface EndpointOptions extends CallerOptions {
  graph: Graph;
  bodyLimit: number;
  log: Log;
}

/** `/graphql` over HTTP: who calls, what is asked, the answer, the refresh cookie. */
export async function graphEndpoint(
  request: IncomingMessage,
  response: ServerResponse,
  options: EndpointOptions,
): Promise<void> {
  let context: GatewayContext;
  try {
    refuseSecretsIn(request.url);
    context = await callerOf(request, options);
  } catch (error) {
    if (!(error instanceof ApiError)) options.log.error('identity cannot be looked up', error);
    return refuse(
      response,
      error instanceof ApiError ? error : new ApiError('BUSY', 'Try again in a moment.'),
    );
  }
  const { requestId } = context.facts;
  response.setHeader('X-Request-Id', requestId);
  const type = answerType(request.headers.accept);
  try {
    await answer(request, response, { context, type, options });
  } catch (error) {
    const shown =
      error instanceof ApiError ? error : new ApiError('INTERNAL', 'Something went wrong on our side.');
    if (shown !== error) options.log.error('request failed', error, { requestId });
    tellBudgets(response, context.reply);
    return refuse(response, shown, requestId, type ?? undefined);
  }
}

interface Asked {
  context: GatewayContext;
  /** The answer's, null when the client takes none of ours. */
  type: string | null;
  options: EndpointOptions;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { context, type, options }: Asked,
): Promise<void> {
  await options.graph.admit(context);
  const operation = await readOperation(request, { maxBytes: options.bodyLimit });
  // Before it runs: a mutation whose answer nobody takes would have happened all the same.
  if (type === null) throw unacceptable();
  const answered = await options.graph.execute(operation, context);
  const { status, headers, body } = cacheable(request, answered, context.identity);
  const { refreshToken } = context.reply;
  tellBudgets(response, context.reply);
  if (refreshToken !== undefined)
    headers['Set-Cookie'] = refreshCookie(refreshToken, isSecure(request, options.trustedProxies));
  await send(response, status, body, { 'Content-Type': type, 'Cache-Control': 'no-store', ...headers });
}

const unacceptable = (): ApiError =>
  badRequest(
    { status: 406 },
    'Accept',
    'MEDIA_TYPE',
    `An 'accept' header was provided for this request which does not accept ${ANSWER_TYPES.join(' or ')}`,
  );
