import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Environment } from '../shared/environment';
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
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
