import { Log } from '../../shared/log';
import { Unexpected } from '../harness/unexpected';

/** What a run of tests looks for in the log of the graph that its files share. */
it('an answer that was INTERNAL is found in the log of the graph, a refused one and a slow database are not', () => {
  const unexpected = new Unexpected();
  const log = new Log('error', { role: 'all' }, (line) => unexpected.hear(line));
  log.error('no jobs can be taken', new Error('timeout exceeded'));
  expect(unexpected.told()).toBeNull();
  log
    .with({ subgraph: 'billing' })
    .error('unexpected error', new Error('no such column'), { path: 'invoice' });
  log.error('unanswered request', new Error('write after end'));
  expect(unexpected.told()).toMatch(/2 times.*no such column.*write after end/s);
});
