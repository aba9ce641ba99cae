import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';

/** A layout of the administrator’s own, and a day, a month and a customer's worth that were counted once. */
export async function fillReports(
  graph: TestGraph,
  admin: GraphClient,
  shop: Shop,
  marker: string,
): Promise<void> {
  await admin.ask(
    'mutation ($input: UpdateDashboardLayoutInput!) { updateDashboardLayout(input: $input) { layoutVersion } }',
    { input: { widgets: [{ type: 'KPI', name: 'REVENUE', columns: 3, config: marker }] } },
  );
  await graph.sql(
    `insert into reporting.day_rollup (organisation_id, service_centre_id, day, time_zone, stale, counted_at)
     values ($1, $2, '2020-01-01', 'Europe/Rome', false, now())`,
    [shop.id, shop.centres[0]],
  );
  await graph.sql(
    `insert into reporting.day_figure
       (organisation_id, figure, service_centre_id, day, dims, currencies, counts, amounts)
     values ($1, 'PAID', $2, '2020-01-01', '{CASH}', '{EUR}', '{1}', '{100}')`,
    [shop.id, shop.centres[0]],
  );
  await graph.sql(
    `insert into reporting.month_rollup (organisation_id, service_centre_id, month, time_zone, counted_at)
     values ($1, $2, '2020-02-01', 'Europe/Rome', now())`,
    [shop.id, shop.centres[0]],
  );
  await graph.sql(
    `insert into reporting.month_figure
       (organisation_id, figure, service_centre_id, month, dims, currencies, counts, amounts)
     values ($1, 'PAID', $2, '2020-02-01', '{CASH}', '{EUR}', '{1}', '{100}')`,
    [shop.id, shop.centres[0]],
  );
  await graph.sql(
    `insert into reporting.worth_rollup (organisation_id, until) values ($1, '2020-01-01')
     on conflict (organisation_id) do nothing`,
    [shop.id],
  );
  await graph.sql(
    `insert into reporting.customer_worth (organisation_id, scope_id, customer_id, currency, invoices, minor)
     values ($1, $2, gen_random_uuid(), 'EUR', 1, 100)`,
    [shop.id, shop.centres[0]],
  );
  await graph.sql(
    `insert into reporting.worth_total (organisation_id, scope_id, currency, customers, minor)
     values ($1, $2, 'EUR', 1, 100)`,
    [shop.id, shop.centres[0]],
  );
}

/** A custom report that everybody in the organisation may run, and an export. */
export async function keepReport(admin: GraphClient, marker: string): Promise<string> {
  const { saveReport } = await admin.ask<{ saveReport: { id: string } }>(
    'mutation ($input: SaveReportInput!) { saveReport(input: $input) { id } }',
    {
      input: {
        name: `Report ${marker}`,
        shared: true,
        definition: { dataset: 'JOBS', dimensions: ['STATUS'], measures: ['JOBS'] },
      },
    },
  );
  await admin.ask('mutation ($input: ExportReportInput!) { exportReport(input: $input) { id } }', {
    input: { format: 'CSV', list: 'JOBS', from: '2026-01-01', to: '2026-01-31' },
  });
  return saveReport.id;
}
