import { useGraph } from '../harness/graph';
import { byClock } from './clockwork.fixtures';

const graph = useGraph();

test('the refresh tokens of a session that ended long ago are forgotten at night, and no others', async () => {
  const shop = await graph.shop();
  const members = [shop.admin, await shop.staff('MANAGER'), await shop.staff('ADVISOR')];
  const [longEnded, ended, open] = members.map(({ id }) => id);
  const tokensOf = async () => {
    const rows = await graph.sql<{ user_id: string }>(
      `select distinct s.user_id from customer.refresh_token t join customer.session s on s.id = t.session_id
       where t.organisation_id = $1`,
      [shop.id],
    );
    return rows.map(({ user_id }) => user_id).sort();
  };
  expect(await tokensOf()).toEqual([longEnded, ended, open].sort());
  await graph.sql(`update customer.session set revoked_at = now() - interval '31 days' where user_id = $1`, [
    longEnded,
  ]);
  await graph.sql(`update customer.session set revoked_at = now() - interval '29 days' where user_id = $1`, [
    ended,
  ]);
  await byClock(graph, shop.id, 'customer.forget-refresh-tokens');
  expect(await tokensOf()).toEqual([ended, open].sort());
});
