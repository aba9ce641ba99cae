import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { type Buyer, billingShop, buyer, draft, issued, refusal, sendIssue } from './billing.fixtures';

const FIFTY = Array.from({ length: 50 }, (_, n) => n);

const graph = useGraph();
let shop: Shop;
let manager: Member;
let who: Buyer;
beforeAll(async () => {
  shop = await billingShop(graph, { centres: 1 });
  manager = await shop.staff('MANAGER', { allCentres: true });
  who = await buyer(manager.client, { serviceCentreId: shop.centres[0] });
});

const numbersOf = async (centre: string): Promise<[number, string][]> => {
  const rows = await graph.sql<{ sequence: string; number: string }>(
    `select i.sequence::text, number from billing.invoice i
     where organisation_id = $1 and service_centre_id = $2 and number is not null order by i.sequence`,
    [shop.id, centre],
  );
  return rows.map(({ sequence, number }) => [Number(sequence), number]);
};
const oneToN = (many: number, code: string) =>
  Array.from({ length: many }, (_, n) => [n + 1, `INV-${code}-${String(n + 1).padStart(6, '0')}`]);

it('fifty at once, of which some fail: each number is given once, and none is left out', async () => {
  const [first] = shop.centres;
  const drafts = await Promise.all(
    FIFTY.map((n) => draft(manager.client, { serviceCentreId: first, ...(n % 5 ? {} : { lines: [] }) }, who)),
  );
  const answers = await Promise.all(drafts.map(({ id }) => sendIssue(manager.client, id)));
  expect(answers.filter(({ errors }) => !errors.length)).toHaveLength(40);
  for (const answer of answers.filter(({ errors }) => errors.length))
    expect(refusal(answer)).toBe('id: EMPTY');
  expect(await numbersOf(first!)).toEqual(oneToN(40, 'FIRST'));
});

it('each centre counts its own', async () => {
  const [, second] = shop.centres;
  await issued(manager.client, { serviceCentreId: second }, who);
  await issued(manager.client, { serviceCentreId: second }, who);
  expect(await numbersOf(second!)).toEqual(oneToN(2, 'C2'));
});

it('fifty at once on one draft: it is issued once', async () => {
  const { id } = await draft(manager.client, { serviceCentreId: shop.centres[1] }, who);
  const answers = await Promise.all(FIFTY.map(() => sendIssue(manager.client, id)));
  expect(answers.filter(({ errors }) => !errors.length)).toHaveLength(1);
  expect(new Set(answers.flatMap(({ code }) => code ?? []))).toEqual(new Set(['INVALID_TRANSITION']));
  expect(await numbersOf(shop.centres[1]!)).toEqual(oneToN(3, 'C2'));
});

it('an issue beside changes of the same draft: what is issued is what was last written, and adds up', async () => {
  const { id } = await draft(manager.client, { serviceCentreId: shop.centres[1] }, who);
  const add = `mutation ($id: ID!) { addInvoiceLine(id: $id, input: { type: OTHER, description: "Fee", quantity: "1",
    unitPrice: { amount: "1.00", currency: "EUR" } }) { id } }`;
  const answers = await Promise.all(
    FIFTY.map((n) => (n === 25 ? sendIssue(manager.client, id) : manager.client.send(add, { id }))),
  );
  expect(answers.filter(({ errors }) => errors.length && errors[0]!.extensions.code !== 'CONFLICT')).toEqual(
    [],
  );
  const [sums] = await graph.sql<Record<string, string>>(
    `select i.status, i.net_minor::text as net, i.tax_minor::text as tax,
       (select sum(l.net_minor)::text from billing.invoice_line l where l.invoice_id = i.id) as lines_net,
       (select sum(l.tax_minor)::text from billing.invoice_line l where l.invoice_id = i.id) as lines_tax,
       (select sum(g.net_minor)::text from billing.invoice_tax_group g where g.invoice_id = i.id) as groups_net
     from billing.invoice i where i.id = $1`,
    [id],
  );
  expect(sums).toEqual({
    status: 'ISSUED',
    net: sums!.lines_net,
    tax: sums!.lines_tax,
    lines_net: sums!.groups_net,
    lines_tax: sums!.tax,
    groups_net: sums!.net,
  });
});
