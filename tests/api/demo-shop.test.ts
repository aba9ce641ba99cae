import { APPS } from '../../program/apps';
import { writeHistory } from '../../program/demo/history/write-history';
import { roleUrl } from '../../shared/database/roles';
import { audit } from '../../shared/invariants/audit';
import { Keyring } from '../../shared/security/keyring';
import { useGraph } from '../harness/graph';
import { runState } from '../harness/run-state';
import { type DemoShop, HISTORY, openDemoShop } from './demo-shop.fixtures';

/** What lies behind the demo shop is as if it had been done by the commands, and the same everywhere. */
const graph = useGraph();
let made: DemoShop;
let other: DemoShop;
beforeAll(async () => {
  made = await openDemoShop(graph, 7);
  other = await openDemoShop(graph, 7);
});

/** Of each table that has something of the shop in it, how much. */
async function filled({ shop }: DemoShop): Promise<Record<string, number>> {
  const tables = await graph.sql<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.columns
     where column_name = 'organisation_id' and table_schema in ('customer', 'vehicle', 'workshop', 'inventory', 'billing')
       and (table_schema, table_name) in (select schemaname, tablename from pg_tables) order by 1`,
  );
  const counts: [string, number][] = [];
  for (const { name } of tables) {
    const [row] = await graph.sql<{ n: number }>(
      `select count(*)::int as n from ${name} where organisation_id = $1`,
      [shop.id],
    );
    if (row!.n > 0) counts.push([name, row!.n]);
  }
  return Object.fromEntries(counts);
}

it('satisfies every invariant of the system', async () => {
  for (const { name, invariants = [] } of APPS) {
    const url = roleUrl(graph.databaseUrl, runState().secretKey, name);
    const audited = await audit(url, invariants, [made.shop.id]);
    expect(audited.flatMap(({ breaches }) => breaches)).toEqual([]);
  }
});

it('is the same from the same seed', async () => {
  const SENT = /^customer\.(message|notification|session|refresh_token)$/;
  const counts = async (shop: DemoShop) =>
    Object.entries(await filled(shop)).filter(([name]) => !SENT.test(name));
  expect(await counts(other)).toEqual(await counts(made));
  const bills = ({ shop }: DemoShop) =>
    graph.sql<object>(
      `select i.number, i.issued_on::text, i.total_minor, i.paid_minor, c.code, v.plate, j.number as job
       from billing.invoice i join customer.customer c on (c.organisation_id, c.id) = ($1, i.customer_id)
         left join vehicle.vehicle v on (v.organisation_id, v.id) = ($1, i.vehicle_id)
         left join workshop.job_card j on (j.organisation_id, j.id) = ($1, i.job_card_id)
       where i.organisation_id = $1 order by i.number, j.number`,
      [shop.id],
    );
  expect(await bills(other)).toEqual(await bills(made));
});

it('has something for every screen', async () => {
  expect(Object.keys(await filled(made))).toEqual(
    expect.arrayContaining(
      `billing.invoice billing.payment billing.receipt billing.quotation customer.complaint customer.consent customer.feedback
       customer.lead inventory.counter_order inventory.goods_receipt inventory.job_part inventory.stock_movement vehicle.ownership
       vehicle.odometer_reading vehicle.reminder workshop.appointment workshop.home_service workshop.inspection
       workshop.job_card workshop.service_request workshop.time_entry`.split(/\s+/),
    ),
  );
  const states = async (table: string) =>
    (
      await graph.sql<{ status: string }>(
        `select distinct status from ${table} where organisation_id = $1 order by 1`,
        [made.shop.id],
      )
    ).map(({ status }) => status);
  expect(await states('billing.quotation')).toEqual(['ACCEPTED', 'APPROVED', 'DRAFT', 'REJECTED', 'SENT']);
  expect(await states('workshop.appointment')).toEqual(
    expect.arrayContaining(['BOOKED', 'CANCELLED', 'COMPLETED', 'CONFIRMED', 'NO_SHOW']),
  );
  expect(await states('customer.lead')).toEqual(['CONTACTED', 'CONVERTED', 'LOST', 'NEW', 'QUALIFIED']);
});

it('is written once, and numbers go on after it', async () => {
  const [serviceCentreId] = made.shop.centres;
  const before = await filled(made);
  const branch = { organisationId: made.shop.id, serviceCentreId: serviceCentreId!, seed: 7, ...HISTORY };
  const keyring = new Keyring(runState().encryptionKeys);
  expect(await writeHistory(graph.databaseUrl, keyring, branch, new Date())).toBe(false);
  expect(await filled(made)).toEqual(before);
  const [car] = await graph.sql<{ id: string }>(
    'select id from vehicle.vehicle where organisation_id = $1 and $2 = any(centres) limit 1',
    [made.shop.id, serviceCentreId],
  );
  const { createJobCard } = await made.shop.admin.client.ask<{ createJobCard: { number: string } }>(
    'mutation ($input: CreateJobCardInput!) { createJobCard(input: $input) { number } }',
    { input: { vehicleId: car!.id, serviceCentreId, complaint: 'Rattles.' } },
  );
  expect(createJobCard.number).toBe(`JC-000${HISTORY.jobs + 1}`);
});

it('is read by those whom it is about: what is encrypted opens', async () => {
  const { invoices, feedbackEntries } = await made.shop.admin.client.ask<{
    invoices: {
      nodes: {
        buyer: { name: string; address: { street: string } };
        vehicleThen: { plate: string } | null;
      }[];
    };
    feedbackEntries: { nodes: { comment: string | null }[] };
  }>(
    `{ invoices(filter: { status: [ISSUED] }, first: 5) { nodes { buyer { name address { street } } vehicleThen { plate } } }
       feedbackEntries(first: 20) { nodes { comment } } }`,
  );
  for (const { buyer } of invoices.nodes)
    expect(buyer).toEqual({
      name: expect.any(String) as unknown,
      address: { street: expect.stringContaining('Via Roma') as unknown },
    });
  expect(feedbackEntries.nodes.some(({ comment }) => comment?.endsWith('.'))).toBe(true);
});
