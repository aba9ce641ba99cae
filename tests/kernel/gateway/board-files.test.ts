import { boardHandler } from '../../../gateway/board';
import { ask, serve } from './serve';

const site = () => {
  const handler = boardHandler({ fileOrigins: ['https://bucket.example'] });
  return serve(async (request, response) => {
    if (!(await handler(request, response))) response.writeHead(404).end('not the board');
  });
};

describe('the board over HTTP', () => {
  it.each(['/board', '/track'])(
    '%s allows its own files, and pictures from where files are kept',
    async (path) => {
      await using server = await site();
      const { status, headers, body } = await ask(server.url + path);
      const policy = String(headers['content-security-policy']);
      expect([status, headers['cache-control']]).toEqual([200, 'no-cache']);
      expect(policy).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https://bucket.example; " +
          "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
      const html = body.toString();
      expect(html).not.toMatch(/ on\w+=|<script>|<style|style=|https?:/);
      const loaded = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);
      expect(loaded).toHaveLength(3);
      for (const address of loaded) {
        const file = await ask(server.url + address);
        expect([address, file.status, file.headers['cache-control']]).toEqual([
          address,
          200,
          'public, max-age=31536000, immutable',
        ]);
      }
    },
  );

  it.each(['/board/', '/board/board.ts', '/board/..%2f..%2fpackage.json', '/tracks'])(
    'has nothing at %s',
    async (path) => {
      await using server = await site();
      expect((await ask(server.url + path)).status).toBe(404);
    },
  );
});
