import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ExecutionArgs, ExecutionResult, FormattedExecutionResult } from 'graphql';
import {
  handleProtocols,
  makeServer,
  type OperationResult,
  type Context as SocketContext,
  type SubscribePayload,
} from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { ApiError } from '../../shared/errors';
import { LiveCaller, placeOf } from '../callers';
import { hasSecrets } from '../http/secrets-in-address';
import { fromBody } from '../operation-request';
import { admit } from './admit';
import { MOST_OF_A_SOCKET } from './caps';
import { CLOSE, keepAlive, sender } from './connection';
import type { LiveEndpoint } from './endpoint';
import { type Operation, openOperation } from './operation';
import { isOwnOrigin } from './origin';
import { refusedBy } from './refused';

interface Extra {
  socket: WebSocket;
  request: IncomingMessage;
  caller?: LiveCaller;
  leave?: () => void;
}

type Socket = SocketContext<Record<string, unknown>, Extra>;

const PATH = '/graphql';

/** Queries, mutations and subscriptions over WebSocket, by the protocol of graphql-ws. */
export function serveSockets(server: Server, options: LiveEndpoint): { close(): void } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: options.bodyLimit, handleProtocols });
  const protocol = protocolOf(options);
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    // Until it is a WebSocket's, nobody else hears of its errors.
    stream.on('error', () => stream.destroy());
    const path = (request.url ?? '').split('?')[0];
    if (path !== PATH) return refuse(stream, '404 Not Found');
    if (hasSecrets(request.url)) return refuse(stream, '400 Bad Request');
    if (!isOwnOrigin(request, options.allowsOrigin)) return refuse(stream, '403 Forbidden');
    const leave = options.addresses.take(placeOf(request, options).address);
    if (!leave) return refuse(stream, '429 Too Many Requests');
    stream.once('close', leave);
    sockets.handleUpgrade(request, stream, head, (socket) => attach(socket, request, protocol));
  });
  return {
    close() {
      for (const socket of sockets.clients) socket.close(CLOSE.goingAway, 'Going away');
      sockets.close();
    },
  };
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function attach(socket: WebSocket, request: IncomingMessage, protocol: ReturnType<typeof protocolOf>): void {
  const stopPinging = keepAlive(socket);
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: sender(socket),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (take) =>
        socket.on('message', (data) => {
          take(String(data)).catch(() => socket.close(CLOSE.badRequest, 'Not of the protocol'));
        }),
    },
    { socket, request },
  );
  // What a client sends that is no frame, or too large a one, closes its socket by itself.
  socket.on('error', () => undefined);
  socket.once('close', (code, reason) => {
    stopPinging();
    void closed(code, String(reason));
  });
}

function protocolOf(options: LiveEndpoint) {
  const { graph, log } = options;
  return makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: 5_000,
    onConnect: (socket) => connect(socket, options),
    onClose: ({ extra }) => extra.leave?.(),
    onSubscribe: async ({ extra, subscriptions }, _id, payload) => {
      try {
        const open = Object.keys(subscriptions).length;
        if (open > MOST_OF_A_SOCKET) throw tooMany(open);
        const operation = await openOperation(options, extra.caller!, () => fromMessage(payload));
        const { document, operationName } = operation;
        return { schema: graph.schema, document, operationName, contextValue: operation };
      } catch (error) {
        // As this operation's error, whatever it is: the socket's others go on.
        return refusedBy(error, log).errors;
      }
    },
    execute: run,
    subscribe: run,
    // Shown already.
    onNext: (_socket, _id, _payload, _args, result: ExecutionResult) => result as FormattedExecutionResult,
    onError: (_socket, _id, _payload, errors) => graph.shown(errors, randomUUID()),
  });
}

/** The protocol wants there to be a text: an empty one stands where a document is named by its hash. */
const fromMessage = (payload: SubscribePayload) =>
  fromBody(payload.query === '' ? { ...payload, query: undefined } : payload);

/** Its errors are formatted already, and go through `onNext` as they are. */
const run = ({ contextValue }: ExecutionArgs): OperationResult =>
  (contextValue as Operation).run() as OperationResult;

/** The token comes with the first message. */
async function connect(socket: Socket, options: LiveEndpoint): Promise<boolean> {
  const { extra, connectionParams } = socket;
  const given = connectionParams?.authorization ?? connectionParams?.Authorization;
  const authorization = typeof given === 'string' ? given : undefined;
  const caller = new LiveCaller(options, placeOf(extra.request, options), authorization);
  try {
    extra.leave = await admit(caller, options, (reason) => extra.socket.close(CLOSE.forbidden, reason));
  } catch (error) {
    const { code } = refusedBy(error, options.log).errors[0]!.extensions;
    if (code === 'RATE_LIMITED') extra.socket.close(CLOSE.tooMany, 'Too many connections');
    return false;
  }
  extra.caller = caller;
  if (extra.socket.readyState === extra.socket.OPEN) return true;
  // They left while they were let in, and were said goodbye to before there was anything to give back.
  extra.leave();
  return false;
}

const tooMany = (found: number) =>
  new ApiError('LIMIT_EXCEEDED', `One socket has at most ${MOST_OF_A_SOCKET} operations open.`, {
    limit: 'OPERATIONS_OF_A_SOCKET',
    allowed: MOST_OF_A_SOCKET,
    found,
  });
