import { type Client, type ClientOptions, createClient, type SubscribePayload } from 'graphql-ws';
import WebSocket from 'ws';
import { watchAnswer } from './answered';
import type { GraphError } from './client';

/** For what must come: nobody waits for so long but where it does not. */
const PATIENCE_MS = 120_000;

export interface Payload<T> {
  data: T;
  errors?: GraphError[];
}

export interface Closed {
  code: number;
  reason: string;
}

/** A subscription that a test takes payloads from, one after the other. */
export interface Heard<T> {
  /** The next payload; fails when none comes, or the subscription ends. */
  next(): Promise<Payload<T>>;
  /** What ended it: the errors of its `error` message, or null where it was completed. */
  ended: Promise<readonly GraphError[] | null>;
  /** What came and was not taken. */
  readonly waiting: Payload<T>[];
  leave(): void;
}

export interface LiveSocket {
  hear<T>(query: string, variables?: Record<string, unknown>): Heard<T>;
  /** The same with whatever is sent for an operation. */
  ask<T>(payload: object): Heard<T>;
  /** How the server, or the network, closed it. */
  closed: Promise<Closed>;
  close(): Promise<void>;
}

export interface SocketOptions {
  token?: string | null;
  headers?: Record<string, string>;
}

/** Opens a socket as a dashboard does, by graphql-ws, and does not open it again by itself. */
export function openSocket(base: string, { token, headers }: SocketOptions = {}): LiveSocket {
  class Dialled extends WebSocket {
    constructor(address: string, protocols: string | string[]) {
      super(address, protocols, { headers });
    }
  }
  const options: ClientOptions = {
    url: `${base.replace('http', 'ws')}/graphql`,
    webSocketImpl: Dialled,
    connectionParams: token ? { authorization: `Bearer ${token}` } : {},
    retryAttempts: 0,
    lazy: false,
    onNonLazyError: () => undefined,
  };
  const client = createClient(options);
  const closed = new Promise<Closed>((resolve) => {
    client.on('closed', (event) => {
      const { code, reason } = event as Closed;
      resolve({ code, reason });
    });
  });
  return {
    closed,
    hear: (query, variables = {}) => hear(client, { query, variables }),
    ask: (payload) => hear(client, payload as SubscribePayload),
    close: async () => {
      await client.dispose();
    },
  };
}

/**
 * The protocol has no word for “your subscription stands”: a test that must miss nothing asks with `after`.
 */
function hear<T>(client: Client, payload: SubscribePayload): Heard<T> {
  const waiting: Payload<T>[] = [];
  let arrived = () => {};
  let over: (errors: readonly GraphError[] | null) => void;
  const ended = new Promise<readonly GraphError[] | null>((resolve) => {
    over = resolve;
  });
  let isOver = false;
  const end = (errors: unknown) => {
    isOver = true;
    over(Array.isArray(errors) ? (errors as GraphError[]) : null);
    arrived();
  };
  const leave = client.subscribe<T>(payload, {
    next: (result) => {
      const { data, errors } = result as unknown as Payload<T>;
      // By a hash alone nobody knows here what was asked.
      const watched = payload.query ? (watchAnswer(payload.query, data) as T) : data;
      waiting.push({ data: watched, ...(errors ? { errors } : {}) });
      arrived();
    },
    error: end,
    complete: () => end(null),
  });
  return {
    waiting,
    ended,
    leave,
    async next() {
      const limit = setTimeout(() => end([{ message: 'Nothing came in time.' }]), PATIENCE_MS);
      while (waiting.length === 0 && !isOver)
        await new Promise<void>((resolve) => {
          arrived = resolve;
        });
      clearTimeout(limit);
      const payload = waiting.shift();
      if (payload) return payload;
      throw new Error(`The subscription has ended: ${JSON.stringify(await ended)}`);
    },
  };
}
