import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localEndpoint } from '../../../shared/files/local-endpoint';
import { LocalLinks } from '../../../shared/files/local-links';
import { LocalStorage } from '../../../shared/files/local-storage';

/** A LocalStorage in a folder of its own, behind a real server on loopback, with a clock that tests turn. */
export class LocalServer {
  time = Date.parse('2026-11-20T10:00:00Z');
  /** One for each request, settled when its handler is done. */
  readonly handled: Array<Promise<boolean>> = [];
  readonly links: LocalLinks;

  private constructor(
    readonly folder: string,
    private readonly server: Server,
    readonly origin: string,
  ) {
    this.links = new LocalLinks({
      publicUrl: `${origin}/`,
      secret: 'a secret for links, 32 characters or more',
    });
  }

  static async start(): Promise<{ server: LocalServer; storage: LocalStorage }> {
    const folder = await mkdtemp(join(tmpdir(), 'files-test-'));
    const http = createServer();
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    const server = new LocalServer(folder, http, origin);
    const { links } = server;
    const storage = await LocalStorage.open({ folder, links });
    const handle = localEndpoint({
      storage,
      links,
      clock: { now: () => new Date(server.time) },
      isAllowedOrigin: (from) => from === 'https://app.example.com',
    });
    http.on('request', (req, res) => {
      const done = handle(req, res);
      server.handled.push(done);
      done.then(
        (taken) => taken || res.writeHead(418).end(),
        () => res.destroy(),
      );
    });
    return { server, storage };
  }

  inAMinute(): Date {
    return new Date(this.time + 60_000);
  }

  /** Every file below the folder, partial ones too. */
  async files(): Promise<string[]> {
    const entries = await readdir(this.folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await rm(this.folder, { recursive: true });
  }
}
