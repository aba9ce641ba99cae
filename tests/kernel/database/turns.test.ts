import { setImmediate as nextTurn } from 'node:timers/promises';
import { Turns } from '../../../shared/database/turns';

const PATIENT = 60_000;

/** Work that ends when it is told to, and notes that it began. */
function works(turns: Turns, begun: string[]) {
  const ends = new Map<string, (failure?: Error) => void>();
  const run = (name: string): Promise<string> =>
    turns.run(() => {
      begun.push(name);
      return new Promise((resolve, reject) => {
        ends.set(name, (failure) => (failure ? reject(failure) : resolve(name)));
      });
    });
  return { run, end: (name: string, failure?: Error) => ends.get(name)!(failure) };
}

test('so many are at work at once, the others in the order in which they came', async () => {
  const begun: string[] = [];
  const { run, end } = works(new Turns(2, PATIENT), begun);
  const all = ['a', 'b', 'c', 'd'].map(run);
  expect(begun).toEqual(['a', 'b']);
  end('b');
  await all[1];
  await nextTurn();
  expect(begun).toEqual(['a', 'b', 'c']);
  end('a', new Error('failed'));
  await expect(all[0]).rejects.toThrow('failed');
  await nextTurn();
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
  end('c');
  end('d');
  expect(await Promise.all(all.slice(2))).toEqual(['c', 'd']);
  const again = ['e', 'f', 'g'].map(run);
  expect(begun.slice(4)).toEqual(['e', 'f']);
  for (const name of ['e', 'f']) end(name);
  await nextTurn();
  end('g');
  expect(await Promise.all(again)).toEqual(['e', 'f', 'g']);
});

test('who waits too long is told that it is busy, does nothing, and takes nobody’s turn', async () => {
  const begun: string[] = [];
  const { run, end } = works(new Turns(1, 20), begun);
  const first = run('first');
  await expect(run('late')).rejects.toMatchObject({ extensions: { code: 'BUSY' } });
  end('first');
  await first;
  const last = run('last');
  end('last');
  expect(await last).toBe('last');
  expect(begun).toEqual(['first', 'last']);
});
