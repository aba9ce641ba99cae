import type { WebSocket } from 'ws';

/** Why we close a socket: graphql-ws's own codes, and 4430 and above for ours. */
export const CLOSE = {
  goingAway: 1001,
  badRequest: 4400,
  /** The token has ended or its session was revoked: connect again with a new one. */
  forbidden: 4403,
  /** Too many sockets of one caller. */
  tooMany: 4430,
  /** What was sent is not taken: connect again, and resume with `after`. */
  tooSlow: 4431,
} as const;

const PING_EVERY_MS = 12_000;
/** For one message to leave our buffers. Nothing else is read for its subscription meanwhile. */
const SENT_WITHIN_MS = 10_000;

/** Asks from time to time whether somebody is there, and drops the socket of whoever is not. */
export function keepAlive(socket: WebSocket): () => void {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  const ask = () => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
    timer = setTimeout(ask, PING_EVERY_MS).unref();
  };
  // Those who came together are not asked together.
  let timer = setTimeout(ask, Math.random() * PING_EVERY_MS).unref();
  return () => clearTimeout(timer);
}

/** Sends one message after the other, each when the one before has left; who does not take them is sent away. */
export function sender(socket: WebSocket, within = SENT_WITHIN_MS): (text: string) => Promise<void> {
  return (text) =>
    new Promise((resolve) => {
      if (socket.readyState !== socket.OPEN) return resolve();
      const timer = setTimeout(() => {
        socket.close(CLOSE.tooSlow, 'Too slow: resume with `after`');
        // The word itself may not get through.
        socket.terminate();
      }, within);
      socket.send(text, () => {
        clearTimeout(timer);
        resolve();
      });
    });
}
