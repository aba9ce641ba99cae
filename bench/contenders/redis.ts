import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createRedisMock } from 'js-redis-server';
import { freePort } from '../../shared/embedded/free-port';
import { poll } from '../../shared/embedded/poll';

export interface Redis {
  url: string;
  stop(): Promise<void>;
}

const PATIENCE_MS = 10_000;

/**
 * The machine's own server, if it has one. What stands in for it runs in this process, and takes milliseconds for the
 * script that counts budgets: then all that our eight processes answer waits for it, and the figures say so little.
 */
export async function startRedis(): Promise<Redis> {
  return (await ownServer()) ?? standIn();
}

async function ownServer(): Promise<Redis | null> {
  const port = await freePort();
  const options = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', options, { stdio: 'ignore' });
  const started = await Promise.race([
    once(server, 'spawn').then(() => true),
    once(server, 'error').then(() => false),
  ]).catch(() => false);
  if (!started) return null;
  const end = () => server.kill();
  process.once('exit', end);
  await untilListening(port);
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      process.off('exit', end);
      const gone = once(server, 'exit');
      server.kill();
      await gone;
    },
  };
}

async function untilListening(port: number): Promise<void> {
  const listens = await poll(PATIENCE_MS, async () => {
    const socket = connect(port, '127.0.0.1');
    const connected = await once(socket, 'connect').catch(() => undefined);
    socket.destroy();
    return connected;
  });
  if (!listens) throw new Error('redis-server does not start');
}

async function standIn(): Promise<Redis> {
  const server = await createRedisMock();
  const [address] = server.addresses();
  return { url: `redis://${address!.host}:${address!.port}`, stop: () => server.close() };
}
