import { createServer } from 'node:http';
import type { Environment } from '../shared/environment';
import { listen } from '../shared/listen';
import type { Metrics } from '../shared/metrics/metrics';

/** A worker answers nothing but how it is: whoever runs it asks for its health and its metrics. */
export async function serveWorkerState(
  { host, port }: Environment,
  metrics: Metrics,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.url === '/metrics') void metrics.handle(request, response);
    else response.writeHead(request.url === '/healthz' ? 200 : 404).end();
  });
  const listening = await listen(server, { host, port });
  return {
    url: `http://${host}:${listening}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
