import { createCustomer } from '../api/customers.fixtures';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { Stored } from './stored.fixtures';

/** That nothing was changed is told by a fingerprint: here it is seen to tell of every change. */
const graph = useGraph();
const stored = new Stored(graph);
let shop: Shop;
let other: Shop;

beforeAll(async () => {
  [shop, other] = [await graph.shop(), await graph.shop()];
  for (let n = 0; n < 3; n += 1) await createCustomer(shop.admin.client, {});
  await stored.quiet(shop.id, other.id);
});

const CUSTOMER = 'customer.customer';
const SESSION = 'customer.session';
const ROWS = `${CUSTOMER} where organisation_id = $1`;
const ONE = `organisation_id = $1 and id = (select id from ${ROWS} limit 1)`;
const NEWEST = `organisation_id = $1 and id = (select id from ${SESSION} where organisation_id = $1 order by created_at desc limit 1)`;
const ANOTHER = `insert into ${SESSION} (organisation_id, id, version, created_at, updated_at, user_id, last_used_at, expires_at)
  select organisation_id, gen_random_uuid(), 1, now(), now(), user_id, now(), now() + interval '1 day'`;
const OTHER_VALUE = `update ${CUSTOMER} set last_name = 'Else' where ${ONE}`;

test.each([
  ['another value', CUSTOMER, OTHER_VALUE],
  ['the same value, written again', CUSTOMER, `update ${CUSTOMER} set version = version where ${ONE}`],
  ['one row less', CUSTOMER, `delete from ${CUSTOMER} where ${ONE}`],
  ['one row more', SESSION, `${ANOTHER} from ${SESSION} where organisation_id = $1 limit 1`],
  [
    'one row for another',
    SESSION,
    `with gone as (delete from ${SESSION} where ${NEWEST} returning *) ${ANOTHER} from gone`,
  ],
])('a fingerprint tells of %s, of that table and of no other', async (_, table, change) => {
  const [before, there] = [await stored.fingerprint(shop.id), await stored.fingerprint(other.id)];
  expect(await stored.fingerprint(shop.id)).toEqual(before);
  await graph.sql(change, [shop.id]);
  const after = await stored.fingerprint(shop.id);
  expect(Object.keys(after).filter((each) => after[each] !== before[each])).toEqual([table]);
  expect(await stored.fingerprint(other.id)).toEqual(there);
});

test('a fingerprint tells nothing of what was taken back, or only locked', async () => {
  const before = await stored.fingerprint(shop.id);
  await graph.sql('begin');
  await graph.sql(OTHER_VALUE, [shop.id]);
  await graph.sql('rollback');
  await graph.sql(`select from ${ROWS} for update`, [shop.id]);
  expect(await stored.fingerprint(shop.id)).toEqual(before);
});
