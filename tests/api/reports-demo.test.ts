import { addDays } from '../../shared/time-zone';
import { useGraph } from '../harness/graph';
import { type DemoShop, openDemoShop } from './demo-shop.fixtures';
import { REVENUE, revenueAmounts, round } from './reports.fixtures';
import { compareDashboard, DASHBOARD, type Dashboard, kpi } from './reports-dashboard.fixtures';

/** Every number of the dashboards, and the twenty reports, on what lies behind the demo shop, against SQL of the test's own. */
const graph = useGraph();
let made: DemoShop;
beforeAll(async () => {
  made = await openDemoShop(graph, 71);
});

const EURO = ['EUR'];
const money = '{ minorUnits currency }';
const euro = (minorUnits: number) => ({ minorUnits, currency: 'EUR' });
const rate = (a: number, b: number, places = 4) => (b ? String(round(a / b, places)) : null);
const of = (figure: string, dim?: string) =>
  made.facts(figure, { ...made.days, ...(dim === undefined ? {} : { dim }) });

const ask = async <T>(field: string, selection: string): Promise<T> => {
  const query = `query ($from: LocalDate!, $to: LocalDate!) { report: ${field}(from: $from, to: $to) { ${selection} } }`;
  return (await made.shop.admin.client.ask<{ report: T }>(query, made.days)).report;
};
/** Within the days, by the calendar of the shop. */
const within = (instant: string) => `date(timezone('Europe/Rome', ${instant})) between $2 and $3`;
const rows = (text: string) =>
  graph.sql<Record<string, number> & { key: string }>(text, [made.shop.id, made.days.from, made.days.to]);
const row = async (text: string) => (await rows(text))[0]!;

describe('the dashboards', () => {
  it.each(['DAY', 'WEEK', 'MONTH'])('of a %s, of all, of one centre and of a technician', async (period) => {
    const on = addDays(made.today, -8);
    const { shop, manager, technician } = made;
    for (const [client, centres, who] of [
      [shop.admin.client, shop.centres, undefined],
      [manager.client, [shop.centres[0]!], undefined],
      [technician.client, [shop.centres[0]!], technician.id],
    ] as const) {
      const { dashboard } = await client.ask<{ dashboard: Dashboard }>(DASHBOARD, { period, on });
      compareDashboard(made, dashboard, centres, who);
    }
  });

  it('say what is so now', async () => {
    const { dashboard } = await made.shop.admin.client.ask<{ dashboard: Dashboard }>(DASHBOARD, {
      period: 'DAY',
    });
    const count = async (table: string, where: string) =>
      (
        await graph.sql<{ n: number }>(
          `select count(*)::int as n from ${table} where organisation_id = $1 and ${where}`,
          [made.shop.id],
        )
      )[0]!.n;
    expect(kpi(dashboard, 'ACTIVE_VEHICLES').value).toBe(
      await count('vehicle.vehicle', 'archived_at is null'),
    );
    expect(kpi(dashboard, 'REQUESTS_PENDING').value).toBe(
      await count('workshop.service_request', "status = 'PENDING'"),
    );
    expect(kpi(dashboard, 'LOW_STOCK').value).toBe(await count('inventory.stock_level', 'low'));
    expect(kpi(dashboard, 'LOW_STOCK').value).toBeGreaterThan(0);
  });
});

describe('the report on services', () => {
  it('completion, kinds of work, satisfaction, duration', async () => {
    const report = await ask<
      Record<string, unknown> & {
        byType: { serviceItem: { id: string }; completed: number; labourHours: string }[];
      }
    >(
      'serviceReport',
      `completion { created completed delivered cancelled promised onTime }
       byType { serviceItem { id } completed labourHours }
       satisfaction { ratings mean distribution { rating count } }
       duration { completed meanHours meanHoursOfWork distribution { duration count } }`,
    );
    expect(report.completion).toEqual({
      created: of('JOBS_CREATED').count,
      completed: of('JOBS_COMPLETED').count,
      delivered: of('JOBS_DELIVERED').count,
      cancelled: of('JOBS_CANCELLED').count,
      promised: of('JOBS_PROMISED').count,
      onTime: of('JOBS_PROMISED').amount,
    });
    expect(report.byType).toHaveLength(6);
    for (const { serviceItem, completed, labourHours } of report.byType) {
      const fact = of('SERVICES_COMPLETED', serviceItem.id);
      expect([completed, Number(labourHours)]).toEqual([fact.count, round(fact.amount, 2)]);
    }
    const [rated, lead, work] = [of('RATED'), of('JOBS_COMPLETED'), of('JOBS_WORKED')];
    expect(report.satisfaction).toEqual({
      ratings: rated.count,
      mean: rate(rated.amount, rated.count, 2),
      distribution: [1, 2, 3, 4, 5].map((rating) => ({ rating, count: of('RATED', String(rating)).count })),
    });
    expect(report.duration).toEqual({
      completed: lead.count,
      meanHours: rate(lead.amount / 3600, lead.count, 2),
      meanHoursOfWork: rate(work.amount / 3600, work.count, 2),
      distribution: ['UP_TO_4_HOURS', 'UP_TO_1_DAY', 'UP_TO_3_DAYS', 'UP_TO_1_WEEK', 'LONGER'].map(
        (duration) => ({
          duration,
          count: of('JOBS_BY_DURATION', duration).count,
        }),
      ),
    });
    expect(lead.count).toBeGreaterThan(150);
  });

  it('technicians', async () => {
    const { technicianPerformance } = await ask<{ technicianPerformance: { technician: { id: string } }[] }>(
      'serviceReport',
      `technicianPerformance { technician { id } jobsCompleted servicesCompleted onTime hoursClocked hoursRostered
        utilisation ratings satisfaction }`,
    );
    expect(technicianPerformance).toHaveLength(4);
    for (const each of technicianPerformance) {
      const theirs = (figure: string) => of(figure, each.technician.id);
      const [promised, clocked, rostered] = [
        theirs('JOBS_PROMISED'),
        theirs('TIME_CLOCKED'),
        theirs('TIME_ROSTERED'),
      ];
      const rated = theirs('RATED_TECHNICIAN');
      expect(each).toEqual({
        technician: each.technician,
        jobsCompleted: theirs('JOBS_COMPLETED').count,
        servicesCompleted: theirs('SERVICES_BY_TECHNICIAN').count,
        onTime: rate(promised.amount, promised.count),
        hoursClocked: String(round(clocked.amount / 3600, 2)),
        hoursRostered: String(round(rostered.amount / 3600, 2)),
        utilisation: rate(clocked.amount, rostered.amount),
        ratings: rated.count,
        satisfaction: rate(rated.amount, rated.count, 2),
      });
    }
  });
});

describe('the report on sales', () => {
  it('the documents, quotations and leads', async () => {
    const report = await ask<Record<string, object>>(
      'salesReport',
      `summary { ${REVENUE} } leadSources { source created converted conversionRate }
       quotationConversion { created sent accepted rejected converted acceptanceRate amounts { quoted ${money} accepted ${money} } }`,
    );
    expect(report.summary).toEqual({ amounts: revenueAmounts(made, made.days, EURO) });
    expect(report.leadSources).toEqual(
      ['CALL_CENTRE', 'ONLINE', 'REFERRAL', 'WALK_IN'].map((source) => {
        const [created, converted] = [of('LEADS_CREATED', source).count, of('LEADS_CONVERTED', source).count];
        return { source, created, converted, conversionRate: rate(converted, created) };
      }),
    );
    const { quoted, taken, ...offers } = await row(
      `select count(*)::int as created, count(sent_at)::int as sent, sum((status = 'ACCEPTED')::int)::int as accepted,
         sum((status = 'REJECTED')::int)::int as rejected, count(converted_at)::int as converted, sum(total_minor)::int as quoted,
         sum(case when status = 'ACCEPTED' then total_minor else 0 end)::int as taken
       from billing.quotation where organisation_id = $1 and ${within('created_at')}`,
    );
    expect(report.quotationConversion).toEqual({
      ...offers,
      acceptanceRate: rate(offers.accepted!, offers.created!),
      amounts: [{ quoted: euro(quoted!), accepted: euro(taken!) }],
    });
  });

  it('what customers bring, and what is sold over the counter', async () => {
    const report = await ask<Record<string, Record<string, unknown>>>(
      'salesReport',
      `lifetimeValue { means { customers revenue ${money} } customers { customer { id } invoices revenue ${money} } }
       counterOrders { created delivered cancelled open walkIns amounts { ordered ${money} delivered ${money} }
         parts { part { sku } quantity amount ${money} } }`,
    );
    const best = await rows(
      `select customer_id as key, count(*)::int as invoices, sum(net_minor)::int as minor from billing.invoice
       where organisation_id = $1 and status = 'ISSUED' and issued_on <= $3 and $2::date is not null
       group by 1 order by 3 desc, 1`,
    );
    expect(report.lifetimeValue!.customers).toEqual(
      best.slice(0, (report.lifetimeValue!.customers as object[]).length).map(({ key, invoices, minor }) => ({
        customer: { id: key },
        invoices,
        revenue: euro(minor!),
      })),
    );
    expect(report.lifetimeValue!.means).toEqual([
      { customers: best.length, revenue: euro(best.reduce((sum, { minor }) => sum + minor!, 0)) },
    ]);
    const sold = await row(
      `select count(*)::int as n, sum(total_minor)::int as minor from inventory.counter_order
       where organisation_id = $1 and ${within('created_at')}`,
    );
    const parts = await rows(
      `select l.sku as key, sum(l.quantity)::float as quantity, sum(l.amount_minor)::int as minor
       from inventory.counter_order_line l join inventory.counter_order o on o.id = l.counter_order_id
       where o.organisation_id = $1 and ${within('o.created_at')} group by 1 order by 3 desc`,
    );
    expect(report.counterOrders).toEqual({
      created: sold.n,
      delivered: sold.n,
      cancelled: 0,
      open: 0,
      walkIns: 0,
      amounts: [{ ordered: euro(sold.minor!), delivered: euro(sold.minor!) }],
      parts: parts.map(({ key, quantity, minor }) => ({
        part: { sku: key },
        quantity: String(quantity),
        amount: euro(minor!),
      })),
    });
  });
});

describe('the report on money', () => {
  it('centres, kinds of work, ways of paying, margins', async () => {
    const margins = `revenue ${money} partsCost ${money} margin ${money}`;
    const report = await ask<
      Record<string, object> & {
        byServiceType: { type: string; serviceItem: { id: string } | null; lines: number; revenue: object }[];
      }
    >(
      'financialReport',
      `byServiceCentre { serviceCentre { id } ${REVENUE} } byServiceType { type serviceItem { id } lines revenue ${money} }
       paymentMethods { method payments paid ${money} kept ${money} } margin { total { ${margins} } }`,
    );
    expect(report.byServiceCentre).toEqual(
      made.shop.centres.map((id) => ({
        serviceCentre: { id },
        amounts: revenueAmounts(made, { ...made.days, centres: [id] }, EURO),
      })),
    );
    expect(report.byServiceType).toHaveLength(7);
    for (const { type, serviceItem, lines, revenue } of report.byServiceType) {
      const fact = of('INVOICED_LINES', `${type}:${serviceItem?.id ?? ''}`);
      expect([lines, revenue]).toEqual([fact.count, euro(fact.amount)]);
    }
    expect(report.paymentMethods).toEqual(
      ['BANK_TRANSFER', 'CARD', 'CASH', 'UPI'].map((method) => {
        const { count, amount } = of('PAID', method);
        return { method, payments: count, paid: euro(amount), kept: euro(amount) };
      }),
    );
    const [revenue, cost] = [of('INVOICED_NET').amount, of('PARTS_COST').amount];
    expect(cost).toBeGreaterThan(0);
    expect(report.margin).toEqual({
      total: [{ revenue: euro(revenue), partsCost: euro(cost), margin: euro(revenue - cost) }],
    });
  });

  it('what is owed', async () => {
    const { outstanding } = await ask<{ outstanding: object }>(
      'financialReport',
      `outstanding { amounts { invoices outstanding ${money} overdue ${money} } invoices { number balance ${money} } }`,
    );
    const left = 'total_minor - credited_minor - paid_minor';
    const owed = await rows(
      `select number as key, (${left})::int as minor, (due_on < (now() at time zone 'Europe/Rome')::date)::int as late
       from billing.invoice where organisation_id = $1 and status = 'ISSUED' and ${left} > 0 and $2 <= $3 order by due_on, id`,
    );
    const sum = (of: typeof owed) => euro(of.reduce((all, { minor }) => all + minor!, 0));
    const late = owed.filter((each) => each.late);
    expect(outstanding).toEqual({
      amounts: [{ invoices: owed.length, outstanding: sum(owed), overdue: sum(late) }],
      invoices: owed.slice(0, 100).map(({ key, minor }) => ({ number: key, balance: euro(minor!) })),
    });
    expect(late.length).toBeGreaterThan(0);
  });
});

describe('the report on stock', () => {
  it('what lies where, what moved, what is bought and from whom, what is low', async () => {
    const report = await ask<Record<string, object>>(
      'inventoryReport',
      `stockStatus { places { parts onHand low } value ${money} } movements { kind movements value ${money} }
       purchaseOrders { status orders total ${money} } lowStock { part { sku } onHand }
       supplierPerformance { orders received onTime fillRate total ${money} }`,
    );
    const levels = await rows(
      `select location_id as key, count(*)::int as parts, sum((on_hand > 0)::int)::int as hand, sum(low::int)::int as low,
         sum(round(on_hand * average_cost))::int as minor
       from inventory.stock_level where organisation_id = $1 and $2 <= $3 group by 1`,
    );
    expect(report.stockStatus).toEqual({
      places: expect.arrayContaining(levels.map(({ parts, hand, low }) => ({ parts, onHand: hand, low }))),
      value: [euro(levels.reduce((sum, { minor }) => sum + minor!, 0))],
    });
    expect(report.movements).toEqual(
      (
        await rows(
          `select kind as key, count(*)::int as n, sum(round(quantity * unit_cost))::int as minor
           from inventory.stock_movement where organisation_id = $1 and ${within('created_at')} group by 1 order by 1`,
        )
      ).map(({ key, n, minor }) => ({ kind: key, movements: n, value: [euro(minor!)] })),
    );
    const bought = await row(
      `select count(*)::int as n, sum(total_minor)::int as minor from inventory.purchase_order
       where organisation_id = $1 and ${within('created_at')}`,
    );
    expect(report.purchaseOrders).toEqual([
      { status: 'RECEIVED', orders: bought.n, total: euro(bought.minor!) },
    ]);
    expect(report.supplierPerformance).toEqual([
      { orders: bought.n, received: bought.n, onTime: bought.n, fillRate: '1', total: [euro(bought.minor!)] },
    ]);
    expect(report.lowStock).toEqual(
      (
        await rows(
          `select part_sku as key, on_hand::float as hand from inventory.stock_level
           where organisation_id = $1 and low and $2 <= $3 order by part_sku, id`,
        )
      ).map(({ key, hand }) => ({ part: { sku: key }, onHand: String(hand) })),
    );
  });
});
