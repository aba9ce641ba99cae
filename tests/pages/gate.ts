import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Gate {
  url: string;
  /** Nobody comes through, and who was through is cut off. */
  close(): void;
  open(): void;
  remove(): Promise<void>;
}

/** Stands between a browser and a server, so that a test decides when the one reaches the other. */
export async function openGate(target: string): Promise<Gate> {
  const { hostname, port } = new URL(target);
  const through = new Set<Socket>();
  let isOpen = true;
  const cut = () => {
    for (const socket of through) socket.destroy();
  };
  const server = createServer((client) => {
    if (!isOpen) return client.destroy();
    const beyond = connect(Number(port), hostname);
    for (const [one, other] of [
      [client, beyond],
      [beyond, client],
    ] as const) {
      through.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => {
        through.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
    return undefined;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      isOpen = false;
      cut();
    },
    open() {
      isOpen = true;
    },
    async remove() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
