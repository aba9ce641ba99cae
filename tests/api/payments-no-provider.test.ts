import { useGraph } from '../harness/graph';
import { billingShop, issued, refusal } from './billing.fixtures';

const graph = useGraph();

it('without a key of Stripe there are no payment links, and nothing is written down', async () => {
  const shop = await billingShop(graph);
  const { client } = await shop.staff('MANAGER');
  const { id } = await issued(client);
  const answer = await client.send(
    'mutation ($id: ID!) { createPaymentLink(input: { invoiceIds: [$id] }) { url } }',
    { id },
  );
  expect(refusal(answer)).toBe('FEATURE_OFF');
  expect(await graph.sql('select from billing.payment where organisation_id = $1', [shop.id])).toEqual([]);
});
