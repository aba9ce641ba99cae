import { idList, sql } from '../../../../shared/database/sql';
import { Money } from '../../../../shared/money';
import type { Context } from '../../../../shared/subgraph/context';
import { payments } from '../payment.loader';

interface Sum {
  customerId: string;
  currency: string;
  minorUnits: number;
}

/** What is kept for a customer, an amount for each currency: for many of them at once, one statement. */
export const balanceOf = (context: Context, customerId: string): Promise<Money[]> =>
  context.batch('balance', customerId, (ids) => balancesOf(context, ids));

async function balancesOf(context: Context, customerIds: readonly string[]): Promise<Money[][]> {
  const sums = await context.reader.query<Sum>(
    sql`select t.customer_id as "customerId", t.currency, sum(t.kept_minor)::bigint as "minorUnits"
        from billing.payment t
        where t.customer_id = any(${idList(customerIds)}::uuid[]) and t.kept_minor > 0
          and (${context.reader.visible(payments)})
        group by t.customer_id, t.currency order by t.currency`,
  );
  return customerIds.map((id) =>
    sums
      .filter(({ customerId }) => customerId === id)
      .map(({ minorUnits, currency }) => new Money(minorUnits, currency)),
  );
}
