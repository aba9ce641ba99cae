import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import WebSocket, { WebSocketServer } from 'ws';
import { sender } from '../../../gateway/live/connection';
import { Events } from '../../../gateway/live/events';

/** Who does not take what it is sent is sent away: it resumes with its cursor, and nothing piles up for it. */
const LARGE = 'x'.repeat(1_000_000);
/** More than the buffers of both ends take. */
const MANY = 40;
let server: Server;
let address: string;

beforeEach(async () => {
  server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await once(server.close(), 'close');
});

async function connected(sockets: WebSocketServer): Promise<[WebSocket, WebSocket]> {
  const client = new WebSocket(`ws://${address}`);
  const [[ours]] = await Promise.all([once(sockets, 'connection'), once(client, 'open')]);
  return [client, ours as WebSocket];
}

test('a socket that takes nothing is closed, and what waits for it ends', async () => {
  const [client, ours] = await connected(new WebSocketServer({ server }));
  client.pause();
  const send = sender(ours, 200);
  let sent = 0;
  while (ours.readyState === ours.OPEN && sent < MANY) {
    await send(LARGE);
    sent += 1;
  }
  expect(sent).toBeLessThan(MANY);
  expect(ours.readyState).not.toBe(ours.OPEN);
  client.terminate();
});

test('a socket that is slow and takes it in time stays', async () => {
  const [client, ours] = await connected(new WebSocketServer({ server }));
  let taken = 0;
  client.on('message', () => {
    taken += 1;
    client.pause();
    setImmediate(() => client.resume());
  });
  const send = sender(ours, 5_000);
  for (let n = 0; n < 10; n += 1) await send(LARGE);
  expect(ours.readyState).toBe(ours.OPEN);
  client.close();
  await once(ours, 'close');
  expect(taken).toBe(10);
});

test('a stream that takes nothing is ended, and nothing is read for it meanwhile', async () => {
  let read = 0;
  let told: Promise<void> | undefined;
  server.on('request', (_request, response) => {
    async function* results() {
      for (; read < MANY; read += 1) yield { data: { large: LARGE } };
    }
    told = new Events(response, 200).tell(results());
  });
  const response = await fetch(`http://${address}`);
  const reader = response.body!.getReader();
  await reader.read();
  await told;
  expect(read).toBeLessThan(MANY);
  await reader.cancel().catch(() => undefined);
});

test('a stream that was ended says nothing more, whatever there still is to tell', async () => {
  let told: Promise<void> | undefined;
  server.on('request', (_request, response) => {
    const events = new Events(response);
    async function* results() {
      yield { data: { first: true } };
      events.complete();
      yield { data: { second: true } };
    }
    told = events.tell(results());
  });
  const body = await (await fetch(`http://${address}`)).text();
  await told;
  expect(body).toBe(':\n\nevent: next\ndata: {"data":{"first":true}}\n\nevent: complete\ndata:\n\n');
});
