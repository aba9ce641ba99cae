import type { Writable } from 'node:stream';
import type { PoolClient } from 'pg';

/** Left out of pg's types: the socket's stream. */
interface WithStream {
  connection?: { stream?: Writable };
}

/** Statements that are sent together leave in one packet: a system call each costs as much as reading the rows. */
export function inOneWrite<T>(client: PoolClient, send: () => T): T {
  const stream = (client as unknown as WithStream).connection?.stream;
  stream?.cork();
  try {
    return send();
  } finally {
    stream?.uncork();
  }
}
