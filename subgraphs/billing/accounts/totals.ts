import { Decimal } from 'decimal.js';
import { idList, sql } from '../../../shared/database/sql';
import { decimalsOf, Money } from '../../../shared/money';
import type { Context } from '../../../shared/subgraph/context';
import { invoices } from '../invoices/invoice.loader';

/** What a customer’s invoices of one currency come to. */
export interface Total {
  currency: string;
  /** What was paid of what the invoices still ask for: what was credited or given back is not spent. */
  spentMinor: number;
  /** How many of them were not wholly taken back. */
  orders: number;
}

const Exact = Decimal.clone({ precision: 60 });

/** For many customers, and for all that is asked of them, one statement. */
export const totalsOf = (context: Context, customerId: string): Promise<Total[]> =>
  context.batch('totals', customerId, (ids) => readTotals(context, ids));

async function readTotals(context: Context, customerIds: readonly string[]): Promise<Total[][]> {
  const rows = await context.reader.query<Total & { customerId: string }>(
    sql`select t.customer_id as "customerId", t.currency,
          sum(least(t.paid_minor, t.total_minor - t.credited_minor))::bigint as "spentMinor",
          count(*) filter (where t.credited_minor = 0 or t.credited_minor < t.total_minor)::integer as orders
        from billing.invoice t
        where t.customer_id = any(${idList(customerIds)}::uuid[]) and t.status = 'ISSUED'
          and (${context.reader.visible(invoices)})
        group by t.customer_id, t.currency order by t.currency`,
  );
  return customerIds.map((id) => rows.filter(({ customerId }) => customerId === id));
}

export const spent = (totals: readonly Total[]): Money[] =>
  totals.flatMap(({ spentMinor, currency }) => (spentMinor === 0 ? [] : [new Money(spentMinor, currency)]));

/** Whole points for what was spent of each currency; what does not make up a whole one waits for more. */
export const pointsFor = (totals: readonly Total[], pointsPerUnit: string): number =>
  totals.reduce((sum, { spentMinor, currency }) => {
    const units = new Exact(spentMinor).div(new Exact(10).pow(decimalsOf(currency)));
    return sum + units.times(pointsPerUnit).floor().toNumber();
  }, 0);
