import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { openReportShop, REVENUE, type ReportShop, revenueAmounts, round } from './reports.fixtures';
import { nameCustomers } from './reports-customers.fixtures';

const graph = useGraph();
let made: ReportShop;
beforeAll(async () => {
  made = await openReportShop(graph, 41);
  await nameCustomers(graph, made);
});

interface Amount {
  minorUnits: number;
  currency: string;
}
const money = '{ minorUnits currency }';
const margins = `currency revenue ${money} partsCost ${money} margin ${money} marginRate`;
const OUTSTANDING = `amounts { currency invoices outstanding ${money} overdue ${money} ages { age invoices amount ${money} } }
  invoices { invoice { id number } customer { id } serviceCentre { id } number dueOn daysOverdue balance ${money} }`;
const REPORT = `query ($from: LocalDate!, $to: LocalDate!, $centre: ID) {
  financialReport(from: $from, to: $to, serviceCentreId: $centre) { from to
    byServiceCentre { serviceCentre { id } ${REVENUE} }
    byServiceType { type serviceItem { id } lines invoiced ${money} credited ${money} revenue ${money} }
    outstanding { ${OUTSTANDING} }
    paymentMethods { method payments refunds paid ${money} refunded ${money} kept ${money} }
    margin { total { ${margins} } byServiceCentre { serviceCentre { id } margins { ${margins} } } } } }`;

interface Outstanding {
  amounts: {
    currency: string;
    invoices: number;
    outstanding: Amount;
    overdue: Amount;
    ages: { age: string; invoices: number; amount: Amount }[];
  }[];
  invoices: { invoice: { id: string; number: string }; number: string; dueOn: string; balance: Amount }[];
}
interface FinancialReport {
  from: string;
  to: string;
  byServiceCentre: object[];
  byServiceType: {
    type: string;
    serviceItem: { id: string } | null;
    lines: number;
    invoiced: Amount;
    credited: Amount;
    revenue: Amount;
  }[];
  outstanding: Outstanding;
  paymentMethods: { method: string; paid: Amount; refunded: Amount; kept: Amount }[];
  margin: { total: object[]; byServiceCentre: object[] };
}

const ask = async (client: GraphClient, variables: object = {}) =>
  (await client.ask<{ financialReport: FinancialReport }>(REPORT, { ...made.days, ...variables }))
    .financialReport;

const marginsOf = (centres: readonly string[], key = 'margin') =>
  ['EUR', 'USD'].map((currency) => {
    const of = (figure: string) => made.facts(figure, { ...made.days, centres, currency }).amount;
    const [revenue, cost] = [of('INVOICED_NET') - of('CREDITED_NET'), of('PARTS_COST')];
    return {
      currency,
      revenue: { minorUnits: revenue, currency },
      partsCost: { minorUnits: cost, currency },
      [key]: { minorUnits: revenue - cost, currency },
      ...(key === 'margin' ? { marginRate: String(round((revenue - cost) / revenue, 4)) } : {}),
    };
  });

test('revenue of each service centre, which together are the whole', async () => {
  const report = await ask(made.shop.admin.client);
  expect(report).toMatchObject(made.days);
  expect(report.byServiceCentre).toEqual(
    made.shop.centres.map((id) => ({
      serviceCentre: { id },
      amounts: revenueAmounts(made, { ...made.days, centres: [id] }),
    })),
  );
});

test('revenue of each kind of work, which together is the revenue', async () => {
  await graph.sql(
    `insert into workshop.service_item (organisation_id, id, version, created_at, updated_at, code, name,
       labour_minutes, active, service_centre_ids)
     select $1, id, 1, now(), now(), 'ITEM-' || n, 'Item ' || n, 10, true, '{}'
     from unnest($2::uuid[]) with ordinality as i(id, n)`,
    [made.shop.id, made.random.serviceItems],
  );
  const { byServiceType } = await ask(made.shop.admin.client);
  for (const { type, serviceItem, lines, invoiced, credited, revenue } of byServiceType) {
    const part = { ...made.days, dim: `${type}:${serviceItem?.id ?? ''}`, currency: invoiced.currency };
    const [plus, minus] = [made.facts('INVOICED_LINES', part), made.facts('CREDITED_LINES', part)];
    expect([lines, invoiced.minorUnits, credited.minorUnits, revenue.minorUnits]).toEqual([
      plus.count,
      plus.amount,
      minus.amount,
      plus.amount - minus.amount,
    ]);
  }
  const [LABOUR, OTHER, PART, SERVICE] = ['LABOUR', 'OTHER', 'PART', 'SERVICE'];
  expect([...new Set(byServiceType.map(({ type }) => type))].sort()).toEqual([LABOUR, OTHER, PART, SERVICE]);
  for (const id of made.random.serviceItems)
    expect(byServiceType).toContainEqual(expect.objectContaining({ type: SERVICE, serviceItem: { id } }));
  expect(new Set(byServiceType.map(({ serviceItem }) => serviceItem?.id ?? '')).size).toBe(4);
  for (const currency of ['EUR', 'USD']) {
    const of = (figure: string) => made.facts(figure, { ...made.days, currency }).amount;
    const sum = byServiceType
      .filter(({ revenue }) => revenue.currency === currency)
      .reduce((all, { revenue }) => all + revenue.minorUnits, 0);
    expect(sum).toBe(of('INVOICED_NET') - of('CREDITED_NET'));
  }
});

test('ways of paying', async () => {
  const { paymentMethods } = await ask(made.shop.admin.client);
  const expected = ['BANK_TRANSFER', 'CARD', 'CASH', 'ONLINE'].flatMap((method) =>
    ['EUR', 'USD'].map((currency) => {
      const of = (figure: string) => made.facts(figure, { ...made.days, dim: method, currency });
      const [paid, refunded] = [of('PAID'), of('REFUNDED')];
      return {
        method,
        payments: paid.count,
        refunds: refunded.count,
        paid: { minorUnits: paid.amount, currency },
        refunded: { minorUnits: refunded.amount, currency },
        kept: { minorUnits: paid.amount - refunded.amount, currency },
      };
    }),
  );
  expect(paymentMethods).toEqual(expected);
});

test('margins, of all and of each service centre', async () => {
  const { margin } = await ask(made.shop.admin.client);
  expect(margin).toEqual({
    total: marginsOf(made.shop.centres),
    byServiceCentre: made.shop.centres.map((id) => ({ serviceCentre: { id }, margins: marginsOf([id]) })),
  });
});

async function owed(centres: readonly string[]) {
  return graph.sql<{
    id: string;
    number: string;
    due: string;
    late: number;
    currency: string;
    minor: number;
  }>(
    `select id, number, due_on::text as due, greatest((now() at time zone 'Europe/Rome')::date - due_on, 0) as late,
       currency, (total_minor - credited_minor - paid_minor)::int as minor
     from billing.invoice where organisation_id = $1 and status = 'ISSUED' and service_centre_id = any($2)
       and total_minor > credited_minor + paid_minor order by due_on, id`,
    [made.shop.id, centres],
  );
}

function compareOwed(report: Outstanding, rows: Awaited<ReturnType<typeof owed>>): void {
  const bands: [string, number, number][] = [
    ['NOT_DUE', 0, 0],
    ['UP_TO_30_DAYS', 1, 30],
    ['UP_TO_60_DAYS', 31, 60],
    ['UP_TO_90_DAYS', 61, 90],
    ['OLDER', 91, 10_000],
  ];
  const sum = (of: typeof rows) => of.reduce((all, { minor }) => all + minor, 0);
  expect(report.amounts).toEqual(
    ['EUR', 'USD'].map((currency) => {
      const of = rows.filter((row) => row.currency === currency);
      return {
        currency,
        invoices: of.length,
        outstanding: { minorUnits: sum(of), currency },
        overdue: { minorUnits: sum(of.filter(({ late }) => late > 0)), currency },
        ages: bands.map(([age, from, to]) => {
          const aged = of.filter(({ late }) => late >= from && late <= to);
          return { age, invoices: aged.length, amount: { minorUnits: sum(aged), currency } };
        }),
      };
    }),
  );
  expect(report.invoices).toEqual(
    rows.slice(0, 100).map(({ id, number, due, late, currency, minor }) => ({
      invoice: { id, number },
      customer: { id: expect.any(String) as unknown },
      serviceCentre: { id: expect.any(String) as unknown },
      number,
      dueOn: due,
      daysOverdue: late,
      balance: { minorUnits: minor, currency },
    })),
  );
}

test('what is owed, in the report and by itself', async () => {
  const query = `query ($centre: ID) { outstandingReport(serviceCentreId: $centre) { ${OUTSTANDING} } }`;
  const rows = await owed(made.shop.centres);
  compareOwed((await ask(made.shop.admin.client)).outstanding, rows);
  const answer = await made.shop.admin.client.ask<{ outstandingReport: Outstanding }>(query);
  compareOwed(answer.outstandingReport, rows);
  const [first, second] = made.shop.centres;
  const mine = await made.manager.client.ask<{ outstandingReport: Outstanding }>(query);
  compareOwed(mine.outstandingReport, await owed([first!]));
  expect((await made.manager.client.send(query, { centre: second })).code).toBe('BAD_INPUT');
  expect((await made.technician.client.send(query)).code).toBe('FORBIDDEN');
});

const chart = 'chart { name labels series { name currency values } }';

test('profit and loss', async () => {
  const query = `query ($from: LocalDate!, $to: LocalDate!) { profitAndLoss(from: $from, to: $to, interval: MONTH) {
    from to amounts { currency income { type revenue ${money} } revenue ${money} partsCost ${money} grossProfit ${money} }
    ${chart} } }`;
  const { profitAndLoss } = await made.shop.admin.client.ask<{
    profitAndLoss: {
      from: string;
      to: string;
      amounts: { income: { type: string; revenue: Amount }[]; revenue: Amount }[];
      chart: { name: string; series: { name: string; currency: string; values: number[] }[] };
    };
  }>(query, made.days);
  expect(profitAndLoss).toMatchObject(made.days);
  expect(profitAndLoss.amounts).toMatchObject(marginsOf(made.shop.centres, 'grossProfit'));
  expect(profitAndLoss.amounts).toHaveLength(2);
  const broughtBy = (type: string, currency: string): number =>
    (type === 'SERVICE' ? ['', ...made.random.serviceItems] : ['']).reduce((sum, id) => {
      const part = { ...made.days, currency, dim: `${type}:${id}` };
      return sum + made.facts('INVOICED_LINES', part).amount - made.facts('CREDITED_LINES', part).amount;
    }, 0);
  for (const { income, revenue } of profitAndLoss.amounts) {
    const { currency } = revenue;
    expect(income).toEqual(
      ['SERVICE', 'LABOUR', 'PART', 'OTHER'].map((type) => ({
        type,
        revenue: { minorUnits: broughtBy(type, currency), currency },
      })),
    );
    expect(income.reduce((sum, each) => sum + each.revenue.minorUnits, 0)).toBe(revenue.minorUnits);
  }
  for (const { name, currency, values } of profitAndLoss.chart.series) {
    const of = (figure: string) => made.facts(figure, { ...made.days, currency }).amount;
    const whole = name === 'revenue' ? of('INVOICED_NET') - of('CREDITED_NET') : of('PARTS_COST');
    expect(
      round(
        values.reduce((sum, value) => sum + value, 0),
        2,
      ),
    ).toBe(round(whole / 100, 2));
  }
  expect(profitAndLoss.chart.series).toHaveLength(4);
});

test('the invoices of the days, and how far they are paid', async () => {
  const { invoiceSummary } = await made.shop.admin.client.ask<{ invoiceSummary: object }>(
    `query ($from: LocalDate!, $to: LocalDate!) { invoiceSummary(from: $from, to: $to) { from to ${REVENUE}
       progress { currency settled open overdue balance ${money} } } }`,
    made.days,
  );
  const today = `(now() at time zone 'Europe/Rome')::date`;
  const left = 'total_minor - credited_minor - paid_minor';
  const progress = await graph.sql<{ currency: string; balance: number }>(
    `select currency, sum((${left} = 0)::int)::int as settled, sum((${left} > 0 and due_on >= ${today})::int)::int as open,
       sum((${left} > 0 and due_on < ${today})::int)::int as overdue, sum(${left})::int as balance
     from billing.invoice where organisation_id = $1 and status = 'ISSUED' and issued_on >= $2 and issued_on <= $3
     group by 1 order by 1`,
    [made.shop.id, made.days.from, made.days.to],
  );
  expect(invoiceSummary).toEqual({
    ...made.days,
    amounts: revenueAmounts(made, made.days),
    progress: progress.map(({ balance, ...row }) => ({
      ...row,
      balance: { minorUnits: balance, currency: row.currency },
    })),
  });
});

test('who may not, and who may not see what things cost', async () => {
  expect((await made.technician.client.send(REPORT, made.days)).code).toBe('FORBIDDEN');
  expect((await graph.anonymous().send(REPORT, made.days)).code).toBe('UNAUTHENTICATED');
  const { createRole } = await made.shop.admin.client.ask<{ createRole: { id: string } }>(
    'mutation ($input: CreateRoleInput!) { createRole(input: $input) { id } }',
    { input: { name: 'Looks at reports', permissions: [{ permission: 'reports:read', reach: 'ALL' }] } },
  );
  const advisor = await made.shop.staff('ADVISOR');
  await made.shop.admin.client.ask(
    'mutation ($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { id } }',
    { id: advisor.id, input: { roleId: createRole.id } },
  );
  const send = (field: string) =>
    advisor.client.send(
      `query ($from: LocalDate!, $to: LocalDate!) { financialReport(from: $from, to: $to) { ${field} } }`,
      made.days,
    );
  expect((await send('paymentMethods { method }')).code).toBeUndefined();
  expect((await send('margin { total { currency } }')).code).toBe('FORBIDDEN');
  expect((await send('byServiceCentre { serviceCentre { id } }')).code).toBe('FORBIDDEN');
});
