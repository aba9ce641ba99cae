import { PreparedNames } from '../../../shared/database/prepared-names';

const text = (n: number) => `select ${n}`;

test('a text is prepared when it comes again, always under the same name, and no other text is', () => {
  const names = new PreparedNames();
  expect(names.of('select 1')).toBeUndefined();
  const name = names.of('select 1');
  expect(name).toMatch(/^l[\w-]{20}$/);
  expect(names.of('select 1')).toBe(name);
  expect(names.of('select 2')).toBeUndefined();
  expect(names.of('select 2')).not.toBe(name);
});

test('what is used keeps its name while others come and go; what is not has to come twice again', () => {
  const names = new PreparedNames();
  for (const n of [1, 1, 2, 2]) names.of(text(n));
  for (let n = 10; n < 2_000; n += 1) {
    names.of(text(n));
    names.of(text(n));
    expect(names.of(text(1))).toBeDefined();
  }
  expect(names.of(text(2))).toBeUndefined();
});
