import { over, things } from './apollo-differences.fixtures';
import { LoadedPair } from './both-executors.fixtures';

const query = '{ shelf { constructor: blob toString: label hasOwnProperty: blob } valueOf: shelf { label } }';
let pair: LoadedPair;
beforeAll(async () => {
  pair = await LoadedPair.load(things);
});
afterAll(() => pair.stop());

test('a field called like what every object inherits has the value that was sent', async () => {
  const sent = { constructor: { a: 1 }, toString: 'low', hasOwnProperty: 0 };
  const both = await over(pair, query, { a: { data: { shelf: sent, valueOf: { label: 'high' } } } });
  const expected = `{"shelf":${JSON.stringify(sent)},"valueOf":{"label":"high"}}`;
  expect(JSON.stringify(both.ours.result!.data)).toBe(expected);
  expect(JSON.stringify(both.apollo.result!.data)).toBe(expected);
});

test('and null when none was sent', async () => {
  const both = await over(pair, query, { a: { data: { shelf: {} } } });
  const expected = '{"shelf":{"constructor":null,"toString":null,"hasOwnProperty":null},"valueOf":null}';
  expect(JSON.stringify(both.ours.result!.data)).toBe(expected);
  expect(JSON.stringify(both.apollo.result!.data)).toBe(expected);
});
