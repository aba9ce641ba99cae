import { Histogram, Registry } from 'prom-client';
import { Durations } from '../../shared/metrics/durations';
import { chanceOf, pickBy } from './execution/chance.fixtures';

const NAMES = { name: 'seconds', help: 'How long.', labelNames: ['what', 'code'] };
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

test('Prometheus is told what a histogram of prom-client tells it', async () => {
  const [ours, theirs] = [new Registry(), new Registry()];
  const durations = new Durations({ ...NAMES, register: ours });
  const histogram = new Histogram({ ...NAMES, buckets: BUCKETS, registers: [theirs] });
  for (let n = 0; n < 500; n += 1) {
    const [what, code] = [
      pickBy(chanceOf(n, 'what'), ['a', 'b "c"']),
      pickBy(chanceOf(n, 'code'), ['x', 'y']),
    ];
    const seconds = pickBy(chanceOf(n, 'seconds'), [...BUCKETS, 0, 0.0051, 31, 1_000]);
    durations.observe(seconds, what, code);
    histogram.observe({ what, code }, seconds);
  }
  const told = await ours.metrics();
  expect(told).toContain('seconds_bucket{le="+Inf",what="b \\"c\\"",code="y"}');
  expect(told).toBe(await theirs.metrics());
});
