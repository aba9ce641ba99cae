import { addDays } from '../../shared/time-zone';
import type { TestGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { independentFigures } from '../reporting/independent-figures.fixtures';
import { makeRandomShop, type RandomShop } from '../reporting/random-shop.fixtures';

export const ZONES = ['Europe/Rome', 'America/Los_Angeles', 'Pacific/Auckland'];

interface Part {
  centres?: readonly string[];
  from: string;
  to: string;
  dim?: string;
  currency?: string;
}

export interface FactsOf {
  /** What the test’s own SQL counts. */
  facts(figure: string, part: Part): { count: number; amount: number };
  /** The currencies that it finds of a figure. */
  currencies(figure: string, part: Part): string[];
}

export interface ReportShop extends FactsOf {
  shop: Shop;
  random: RandomShop;
  manager: Member;
  technician: Member;
  today: string;
  /** The stretch in which something happened. */
  days: { from: string; to: string };
}

/** A dashboard of the month of a week ago tells of the month before as well, whatever day today is. */
export const MOST_DAYS_BACK = 75;

/** A shop of three service centres in three time zones, in which a lot happened at random. */
export async function openReportShop(graph: TestGraph, seed: number, many = 90): Promise<ReportShop> {
  const shop = await graph.shop({ centres: 2 });
  for (const [n, zone] of ZONES.entries())
    await graph.sql(
      `update customer.service_centre set time_zone = $3, created_at = now() - interval '80 days'
       where organisation_id = $1 and id = $2`,
      [shop.id, shop.centres[n], zone],
    );
  const manager = await shop.staff('MANAGER');
  const technician = await shop.staff('TECHNICIAN', { centres: shop.centres });
  const other = await shop.staff('TECHNICIAN', { centres: shop.centres });
  const until = new Date();
  const random = await makeRandomShop({
    query: graph.sql,
    organisationId: shop.id,
    centres: shop.centres,
    technicians: [technician.id, other.id],
    seed,
    until,
    days: 40,
    many,
    currencies: ['EUR', 'USD'],
  });
  const today = until.toISOString().slice(0, 10);
  const days = { from: addDays(today, -40), to: addDays(today, 1) };
  return {
    shop,
    random,
    manager,
    technician,
    today,
    days,
    ...(await readFacts(graph, shop, { from: addDays(today, -MOST_DAYS_BACK), to: days.to })),
  };
}

export async function readFacts(
  graph: TestGraph,
  shop: Shop,
  days: { from: string; to: string },
): Promise<FactsOf> {
  const rows = await independentFigures(graph.sql, shop.id, days);
  const of = (figure: string, { centres = shop.centres, from, to, dim, currency }: Part) =>
    rows.filter(
      (row) =>
        row.figure === figure &&
        centres.includes(row.centreId) &&
        row.start >= from &&
        row.start <= to &&
        (dim === undefined || row.dim === dim) &&
        (currency === undefined || row.currency === currency),
    );
  return {
    facts: (figure, part) =>
      of(figure, part).reduce(
        (sum, { count, amount }) => ({ count: sum.count + count, amount: sum.amount + Number(amount) }),
        { count: 0, amount: 0 },
      ),
    currencies: (figure, part) => [...new Set(of(figure, part).map(({ currency }) => currency))].sort(),
  };
}

export const round = (value: number, places: number): number => Number(value.toFixed(places));

const money = '{ minorUnits currency }';
export const REVENUE = `amounts { currency invoices creditNotes invoiced ${money} tax ${money} net ${money}
  credited ${money} creditedNet ${money} revenue ${money} paid ${money} refunded ${money} }`;

/** What `RevenueAmounts` says, as the test counts it. */
export const revenueAmounts = (
  { facts }: FactsOf,
  part: Part,
  currencies: readonly string[] = ['EUR', 'USD'],
): object[] =>
  currencies.map((currency) => {
    const of = (figure: string) => facts(figure, { ...part, currency });
    const amount = (figure: string) => ({ minorUnits: of(figure).amount, currency });
    return {
      currency,
      invoices: of('INVOICED').count,
      creditNotes: of('CREDITED').count,
      invoiced: amount('INVOICED'),
      tax: amount('INVOICED_TAX'),
      net: amount('INVOICED_NET'),
      credited: amount('CREDITED'),
      creditedNet: amount('CREDITED_NET'),
      revenue: { minorUnits: of('INVOICED_NET').amount - of('CREDITED_NET').amount, currency },
      paid: amount('PAID'),
      refunded: amount('REFUNDED'),
    };
  });
