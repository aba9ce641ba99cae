import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { openReportShop, REVENUE, type ReportShop, revenueAmounts, round } from './reports.fixtures';
import { nameCustomers } from './reports-customers.fixtures';

const graph = useGraph();
let made: ReportShop;
beforeAll(async () => {
  made = await openReportShop(graph, 31);
  await nameCustomers(graph, made);
});

const money = '{ minorUnits currency }';
const REPORT = `query ($from: LocalDate!, $to: LocalDate!, $centre: ID, $interval: ReportInterval) {
  salesReport(from: $from, to: $to, serviceCentreId: $centre, interval: $interval) { from to
    summary { ${REVENUE} chart { name labels series { name currency values } } }
    quotationConversion { created sent accepted rejected expired converted acceptanceRate conversionRate
      amounts { currency quoted ${money} accepted ${money} } }
    leadSources { source created converted conversionRate }
    lifetimeValue { means { customers revenue ${money} mean ${money} }
      customers { customer { id lastName } invoices revenue ${money} firstInvoicedOn lastInvoicedOn } } } }`;

interface Amount {
  minorUnits: number;
  currency: string;
}
interface SalesReport {
  from: string;
  to: string;
  summary: {
    amounts: object[];
    chart: { name: string; labels: string[]; series: { currency: string; values: number[] }[] };
  };
  quotationConversion: Record<string, unknown>;
  leadSources: { source: string; created: number; converted: number; conversionRate: string | null }[];
  lifetimeValue: {
    means: { customers: number; revenue: Amount; mean: Amount }[];
    customers: {
      customer: { id: string; lastName: string };
      invoices: number;
      revenue: Amount;
      firstInvoicedOn: string;
      lastInvoicedOn: string;
    }[];
  };
}

const ask = async (client: GraphClient, variables: object = {}) =>
  (await client.ask<{ salesReport: SalesReport }>(REPORT, { ...made.days, ...variables })).salesReport;

test('the summary is what the documents say, each currency by itself', async () => {
  const report = await ask(made.shop.admin.client, { interval: 'DAY' });
  expect(report).toMatchObject(made.days);
  expect(report.summary.amounts).toEqual(revenueAmounts(made, made.days));
  expect(report.summary.amounts).toHaveLength(2);
  const { labels, series } = report.summary.chart;
  for (const { currency, values } of series)
    expect(values).toEqual(
      labels.map((day) => {
        const at = { from: day, to: day, currency };
        return round(
          (made.facts('INVOICED_NET', at).amount - made.facts('CREDITED_NET', at).amount) / 100,
          2,
        );
      }),
    );
});

test('of one service centre', async () => {
  const [, second] = made.shop.centres;
  const report = await ask(made.shop.admin.client, { centre: second });
  expect(report.summary.amounts).toEqual(revenueAmounts(made, { ...made.days, centres: [second!] }));
});

test('what became of quotations, by the calendar of each centre', async () => {
  const { from } = made.days;
  const { quotationConversion } = await ask(made.shop.admin.client, { from });
  const rows = await graph.sql<Record<string, string>>(
    `select q.currency, count(*) as created, count(*) filter (where q.sent_at is not null) as sent,
       sum((q.status = 'ACCEPTED')::int) as accepted, sum((q.status = 'REJECTED')::int) as rejected,
       sum((q.decided_at is null and q.valid_until < (now() at time zone 'Europe/Rome')::date)::int) as expired,
       sum((q.conversion_kind is not null)::int) as converted, sum(q.total_minor) as quoted,
       sum(case when q.status = 'ACCEPTED' then q.total_minor else 0 end) as taken
     from billing.quotation q, customer.service_centre c
     where q.organisation_id = $1 and c.id = q.service_centre_id
       and date(timezone(c.time_zone, q.created_at)) between $2 and $3
     group by 1 order by 1`,
    [made.shop.id, from, made.days.to],
  );
  const all = (key: string) => rows.reduce((sum, row) => sum + Number(row[key]), 0);
  expect(quotationConversion).toEqual({
    created: all('created'),
    sent: all('sent'),
    accepted: all('accepted'),
    rejected: all('rejected'),
    expired: all('expired'),
    converted: all('converted'),
    acceptanceRate: String(round(all('accepted') / all('created'), 4)),
    conversionRate: String(round(all('converted') / all('created'), 4)),
    amounts: rows.map(({ currency, quoted, taken }) => ({
      currency,
      quoted: { minorUnits: Number(quoted), currency },
      accepted: { minorUnits: Number(taken), currency },
    })),
  });
  expect(all('created')).toBeGreaterThan(50);
});

test('where leads come from', async () => {
  const { leadSources } = await ask(made.shop.admin.client);
  expect(leadSources).toEqual(
    ['CALL_CENTRE', 'ONLINE', 'REFERRAL', 'WALK_IN'].map((source) => {
      const created = made.facts('LEADS_CREATED', { ...made.days, dim: source }).count;
      const converted = made.facts('LEADS_CONVERTED', { ...made.days, dim: source }).count;
      return { source, created, converted, conversionRate: String(round(converted / created, 4)) };
    }),
  );
});

test('what customers bring until the last day', async () => {
  const { lifetimeValue } = await ask(made.shop.admin.client);
  const rows = await graph.sql<{
    id: string;
    currency: string;
    invoices: string;
    minor: string;
    first: string;
    last: string;
  }>(
    `select customer_id as id, currency, sum(n) as invoices, sum(minor) as minor, min(day)::text as first,
       max(day)::text as last
     from (select customer_id, currency, net_minor as minor, 1 as n, issued_on as day from billing.invoice
         where organisation_id = $1 and number is not null
       union all select customer_id, currency, -net_minor, 0, null from billing.credit_note where organisation_id = $1) x
     group by 1, 2 having sum(n) > 0 order by 2, sum(minor) desc, 1`,
    [made.shop.id],
  );
  expect(lifetimeValue.customers).toEqual(
    rows.map(({ id, currency, invoices, minor, first, last }) => ({
      customer: { id, lastName: expect.stringContaining('Customer') as unknown },
      invoices: Number(invoices),
      revenue: { minorUnits: Number(minor), currency },
      firstInvoicedOn: first,
      lastInvoicedOn: last,
    })),
  );
  expect(lifetimeValue.means).toEqual(
    ['EUR', 'USD'].map((currency) => {
      const of = rows.filter((row) => row.currency === currency);
      const minorUnits = of.reduce((sum, { minor }) => sum + Number(minor), 0);
      return {
        customers: of.length,
        revenue: { minorUnits, currency },
        mean: { minorUnits: Math.round(minorUnits / of.length), currency },
      };
    }),
  );
});

test('who may not', async () => {
  for (const [client, code] of [
    [made.technician.client, 'FORBIDDEN'],
    [graph.anonymous(), 'UNAUTHENTICATED'],
  ] as const)
    expect((await client.send(REPORT, made.days)).code).toBe(code);
  const other = await graph.shop();
  expect((await ask(other.admin.client)).lifetimeValue).toEqual({ means: [], customers: [] });
  expect((await ask(other.admin.client)).quotationConversion).toMatchObject({
    created: 0,
    acceptanceRate: null,
  });
});
