import { GatewayMetrics } from '../../../gateway/http/metrics';
import { ask, serve } from './serve';

const scrape = async (metrics: GatewayMetrics): Promise<string[]> => {
  await using server = await serve((req, res) => metrics.handle(req, res));
  const answer = await ask(server.url);
  expect([answer.status, answer.headers['content-type']]).toEqual([
    200,
    expect.stringMatching(/^text\/plain; version=0\.0\.4/),
  ]);
  return answer.body.toString().split('\n');
};

describe('metrics', () => {
  it('count operations by name, type and outcome', async () => {
    const metrics = new GatewayMetrics({ process: false });
    metrics.operation('Board', 'query', 'OK', 0.02);
    metrics.operation('Board', 'query', 'OK', 0.3);
    metrics.operation('Board', 'query', 'FORBIDDEN', 0.001);
    metrics.operation(undefined, 'mutation', 'OK', 1);
    const lines = await scrape(metrics);
    expect(lines).toEqual(
      expect.arrayContaining([
        'liftbay_operation_seconds_count{operation="Board",type="query",code="OK"} 2',
        'liftbay_operation_seconds_bucket{le="0.025",operation="Board",type="query",code="OK"} 1',
        'liftbay_operation_seconds_count{operation="Board",type="query",code="FORBIDDEN"} 1',
        'liftbay_operation_seconds_count{operation="anonymous",type="mutation",code="OK"} 1',
      ]),
    );
  });

  it('do not grow with the names that clients make up', async () => {
    const metrics = new GatewayMetrics({ process: false });
    for (let i = 0; i < 1_000; i++) metrics.operation(`Made${i}`, 'query', 'OK', 0.01);
    metrics.operation('Made0', 'query', 'OK', 0.01);
    metrics.operation('x'.repeat(10_000), 'query', 'OK', 0.01);
    const lines = await scrape(metrics);
    const counts = lines.filter((line) => line.startsWith('liftbay_operation_seconds_count'));
    expect(counts).toHaveLength(201);
    expect(counts).toEqual(
      expect.arrayContaining([
        'liftbay_operation_seconds_count{operation="other",type="query",code="OK"} 801',
        'liftbay_operation_seconds_count{operation="Made0",type="query",code="OK"} 2',
      ]),
    );
  });

  it('count calls and errors of subgraphs', async () => {
    const metrics = new GatewayMetrics({ process: false });
    metrics.subgraphCall('vehicle', null, 0.004);
    metrics.subgraphCall('vehicle', 'TIMEOUT', 10);
    expect(await scrape(metrics)).toEqual(
      expect.arrayContaining([
        'liftbay_subgraph_call_seconds_count{subgraph="vehicle"} 2',
        'liftbay_subgraph_errors_total{subgraph="vehicle",code="TIMEOUT"} 1',
      ]),
    );
  });

  it('read gauges when asked, and do without one that fails', async () => {
    const metrics = new GatewayMetrics({ process: false });
    let queued = 3;
    let down = false;
    metrics.gauge({ name: 'queue_jobs', help: 'Jobs waiting.', read: async () => queued });
    metrics.gauge({
      name: 'pool_connections',
      help: 'Connections by state.',
      label: 'state',
      read: () => ({ idle: 2, busy: 5 }),
    });
    metrics.gauge({
      name: 'event_lag_seconds',
      help: 'Age of the oldest event not handled.',
      read: () => (down ? Promise.reject(new Error('no database')) : 1.5),
    });
    expect(await scrape(metrics)).toEqual(
      expect.arrayContaining([
        'liftbay_queue_jobs 3',
        'liftbay_pool_connections{state="idle"} 2',
        'liftbay_pool_connections{state="busy"} 5',
        'liftbay_event_lag_seconds 1.5',
      ]),
    );
    queued = 4;
    down = true;
    await scrape(metrics);
    const lines = await scrape(metrics);
    expect(lines).toContain('liftbay_queue_jobs 4');
    expect(lines).not.toContainEqual(expect.stringMatching(/^liftbay_event_lag_seconds /));
    expect(lines).toContainEqual(
      expect.stringMatching(/^liftbay_gauge_failures_total\{gauge="event_lag_seconds"\} [12]$/),
    );
  });

  it('stand side by side in one process, each with its own registry', async () => {
    const first = new GatewayMetrics({ process: true });
    const second = new GatewayMetrics({ process: true });
    first.operation('Only', 'query', 'OK', 0.1);
    expect((await scrape(first)).join()).toContain('process_cpu_user_seconds_total');
    expect((await scrape(second)).join()).not.toContain('Only');
  });
});
