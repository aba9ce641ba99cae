import { Connection, type Place } from './connection';
import type { Answer } from './http-answers';

export interface Drive {
  place: Place;
  clients: number;
  seconds: number;
  /** The n-th request of this drive. */
  request(n: number): Buffer;
}

export interface Driven {
  requests: number;
  seconds: number;
  /** How long each request took, in milliseconds, in no order. */
  latencies: number[];
  /** Requests that were answered with an error; they count as no request otherwise. */
  failed: number;
}

const ERRORS = Buffer.from('"errors":');

/**
 * A stock gateway says "socket hang up" now and then, when a subgraph closes the idle connection that it is about to
 * use. That is its own affair; of more errors than that, the figures would mean nothing.
 */
const MOST_FAILED = 0.05;

/** Clients that each send the next request when the last one is answered. */
export async function drive({ place, clients, seconds, request }: Drive): Promise<Driven> {
  const connections = await Promise.all(Array.from({ length: clients }, () => Connection.open(place)));
  const latencies: number[] = [];
  let sent = 0;
  const failures: Answer[] = [];
  try {
    const began = performance.now();
    const until = began + seconds * 1000;
    await Promise.all(
      connections.map(async (connection) => {
        for (let at = performance.now(); at < until; ) {
          const answer = await connection.send(request(sent++));
          const now = performance.now();
          if (isGood(answer)) latencies.push(now - at);
          else failures.push(answer);
          at = now;
        }
      }),
    );
    const took = (performance.now() - began) / 1000;
    if (failures.length > MOST_FAILED * sent) throw badAnswer(failures[0]!);
    return { requests: latencies.length, seconds: took, latencies, failed: failures.length };
  } finally {
    for (const connection of connections) connection.close();
  }
}

export async function askOnce(place: Place, request: Buffer): Promise<unknown> {
  const connection = await Connection.open(place);
  try {
    const answer = await connection.send(request);
    if (!isGood(answer)) throw badAnswer(answer);
    return JSON.parse(answer.body.toString('utf8'));
  } finally {
    connection.close();
  }
}

const isGood = ({ status, body }: Answer): boolean => status === 200 && !body.includes(ERRORS);

const badAnswer = ({ status, body }: Answer): Error =>
  new Error(`answered with ${status}: ${body.toString('utf8').slice(0, 1000)}`);
