import { Recent } from '../../gateway/recent';

const keptOf = (recent: Recent<string>, keys: string) => [...keys].filter((key) => recent.get(key));

test('of too many the longest unused goes', () => {
  const recent = new Recent<string>({ entries: 3, characters: 100 });
  for (const key of 'abc') recent.set(key, key, 1);
  expect(recent.get('a')).toBe('a');
  recent.set('d', 'd', 1);
  expect(keptOf(recent, 'abcd')).toEqual(['a', 'c', 'd']);
});

test('of too long ones as many go as make room', () => {
  const recent = new Recent<string>({ entries: 10, characters: 10 });
  for (const key of 'abc') recent.set(key, key, 3);
  recent.set('d', 'd', 5);
  expect(keptOf(recent, 'abcd')).toEqual(['c', 'd']);
});

test('what is longer than everything together leaves the others alone', () => {
  const recent = new Recent<string>({ entries: 10, characters: 10 });
  recent.set('a', 'a', 10);
  recent.set('b', 'b', 11);
  expect(keptOf(recent, 'ab')).toEqual(['a']);
});

test('what is set again counts once', () => {
  const recent = new Recent<string>({ entries: 10, characters: 10 });
  for (let time = 0; time < 5; time += 1) recent.set('a', `a${time}`, 5);
  recent.set('b', 'b', 5);
  expect([recent.get('a'), recent.get('b')]).toEqual(['a4', 'b']);
});
