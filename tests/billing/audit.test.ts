import { appOf } from '../../program/apps';
import { roleUrl } from '../../shared/database/roles';
import { audit } from '../../shared/invariants/audit';
import { paymentsInvariants } from '../../subgraphs/billing/payments/payments.invariants';
import { billingShop, credit, draft, euro, issued, labour } from '../api/billing.fixtures';
import { quote } from '../api/quotations.fixtures';
import { useGraph } from '../harness/graph';
import { runState } from '../harness/run-state';
import type { Shop } from '../harness/shop';

const graph = useGraph({ own: true });
/** Those of money that came have a test of their own. */
const invariants = (appOf('billing').invariants ?? []).filter((each) => !paymentsInvariants.includes(each));

/** What the database itself would refuse is what an audit must find all the same. */
beforeAll(async () => {
  const constraints = await graph.sql<{ statement: string }>(
    `select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as statement
     from pg_constraint k join pg_namespace n on n.oid = k.connamespace and n.nspname = 'billing'
     where k.contype = 'c' and k.conrelid <> 0`,
  );
  for (const { statement } of constraints) await graph.sql(statement);
  await graph.sql("set session_replication_role = 'replica'");
});

const broken = async ({ id }: Shop): Promise<Record<string, string[]>> => {
  const audited = await audit(roleUrl(graph.databaseUrl, runState().secretKey, 'billing'), invariants, [id]);
  return Object.fromEntries(
    audited
      .filter(({ breaches }) => breaches.length)
      .map(({ invariant, breaches }) => [invariant.name, breaches.map(({ what }) => what)]),
  );
};

/** A shop in which everything was written once: offered, drafted, issued, credited in part. */
async function busy(): Promise<Shop> {
  const shop = await billingShop(graph);
  const { client } = shop.admin;
  const serviceCentreId = shop.centres[0];
  const set = (input: object) =>
    client.ask('mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { id } }', {
      input,
    });
  await client.ask(
    'mutation { createTaxRate(input: { name: "R", category: REDUCED, percent: "10", validFrom: "2020-01-01" }) { id } }',
  );
  await quote(client, { serviceCentreId });
  await draft(client, { serviceCentreId });
  const { id, lines } = await issued(client, {
    serviceCentreId,
    discount: euro('1.00'),
    lines: [labour(), labour({ quantity: '1', taxCategory: 'REDUCED' })],
  });
  await credit(client, id, { lines: [{ invoiceLineId: lines[0]!.id, quantity: '1' }] });
  await set({ pricesIncludeTax: true, taxPerLine: true });
  await issued(client, { serviceCentreId, lines: [1, 2, 3].map(() => labour({ unitPrice: euro('1.02') })) });
  await set({ pricesIncludeTax: true, taxPerLine: false });
  await issued(client, { serviceCentreId, lines: [1, 2, 3].map(() => labour({ unitPrice: euro('1.02') })) });
  return shop;
}

/** Each invariant, what breaks it, and what is told then. */
const BREAKS: readonly [name: string, sql: string, what: (RegExp | string)[]][] = [
  [
    'Invoices are numbered without a gap in each service centre',
    'update billing.invoice set sequence = 9 where sequence = 2',
    [/^[0-9a-f-]{36}: 3 numbers, from 1 to 9$/],
  ],
  [
    'Invoices come to the sum of their lines, in every amount',
    'update billing.invoice set net_minor = net_minor + 1, tax_minor = tax_minor - 1 where sequence = 1',
    ['INV-FIRST-000001: 15000, 100 off, 14901 and 2681 of tax; its lines 15000, 100 off, 14900 and 2682'],
  ],
  [
    'The tax of invoices is that of each rate’s sum, or of each line’s where lines are rounded',
    `update billing.invoice_line l set tax_minor = l.tax_minor + 1 from billing.invoice i
       where i.id = l.invoice_id and i.sequence is not null and l.position = 1`,
    [/^INV-FIRST-000001, 22.0000 %: 2186 of tax on 9933$/, /^INV-FIRST-000002, 22.0000 %: 38 of tax on 167$/],
  ],
  [
    'An issued invoice bears of each rate what its lines bear',
    `update billing.invoice_tax_group set net_minor = net_minor + 1 where tax_category = 'REDUCED'`,
    ['INV-FIRST-000001, 10.0000 %: 4968 and 497 of tax; its lines 4967 and 497'],
  ],
  [
    'What is credited of each rate is what the credit notes took, and never more than there was',
    `update billing.invoice_tax_group set credited_net_minor = 1 where tax_category = 'REDUCED'`,
    [
      'INV-FIRST-000001, 10.0000 %: 1 and 0 of tax credited; by the credit notes 0 and 0; it bore 4967 and 497',
    ],
  ],
  [
    'What is credited of an invoice is the sum of its credit notes',
    'update billing.invoice set credited_minor = 1 where sequence = 1',
    ['INV-FIRST-000001: 1 credited, 6060 by the credit notes'],
  ],
  [
    'Credit notes are numbered without a gap in each service centre',
    'update billing.credit_note set sequence = 2',
    [/^[0-9a-f-]{36}: 1 numbers, from 2 to 2$/],
  ],
  [
    'Credit notes come to the sum of their lines, in every amount',
    'update billing.credit_note set subtotal_minor = 1',
    ['CN-FIRST-000001: 1, 0 off, 4967 and 1093 of tax; its lines 4967, 0 off, 4967 and 1093'],
  ],
  [
    'Quotations come to the sum of their lines, in every amount',
    'update billing.quotation set discount_total_minor = 1',
    ['QUO-FIRST-000001: 10000, 1 off, 10000 and 2200 of tax; its lines 10000, 0 off, 10000 and 2200'],
  ],
  [
    'The tax of quotations is that of each rate’s sum, or of each line’s where lines are rounded',
    'update billing.quotation_line set tax_minor = 2201',
    ['QUO-FIRST-000001, 22.0000 %: 2201 of tax on 10000'],
  ],
];

it('finds nothing where everything was written in order', async () => {
  expect(await broken(await busy())).toEqual({});
});

it.each(BREAKS)('tells when it is not so: %s', async (name, statement, what) => {
  const shop = await busy();
  const inShop = statement.includes(' where ')
    ? statement.replace(
        ' where ',
        ` where ${statement.includes(' from ') ? 'i.' : ''}organisation_id = $1 and `,
      )
    : `${statement} where organisation_id = $1`;
  await graph.sql(inShop, [shop.id]);
  const found = (await broken(shop))[name]?.sort() ?? [];
  expect(found).toEqual(what.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))));
});

it('knows how to break every invariant there is', () => {
  expect(BREAKS.map(([name]) => name).sort()).toEqual(invariants.map(({ name }) => name).sort());
});
