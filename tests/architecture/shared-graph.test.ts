import { useGraph } from '../harness/graph';

/** Files run side by side on one database: what one of them changes must be its own. */
const shared = useGraph();

it.each([
  'update customer.organisation set name = name where false',
  '  DELETE from customer.session where false',
  'truncate customer.session',
])('%s is refused, because it says of nobody whose rows are meant', async (text) => {
  await expect(shared.sql(text)).rejects.toThrow('say with $1');
});

it('what names whose rows it changes is let through, and so is what reads', async () => {
  const none = '00000000-0000-0000-0000-000000000000';
  expect(await shared.sql('update customer.organisation set name = name where id = $1', [none])).toEqual([]);
  expect(await shared.sql('select from customer.organisation where false')).toEqual([]);
});

describe('a database of one’s own', () => {
  const own = useGraph({ own: true });

  it('is changed as a whole', async () => {
    expect(await own.sql('delete from customer.session where false')).toEqual([]);
  });
});
