import { type Sql, sql } from '../../../../shared/database/sql';
import { Money } from '../../../../shared/money';
import type { Context } from '../../../../shared/subgraph/context';
import { onDays } from '../../scope/on-days';
import type { Reported } from '../report.args';
import type { CounterOrderFigures } from './counter-orders.type';

const MOST_PARTS = 50;

/** The orders of the days, by the calendar of their own service centre. */
const taken = ({ scope, days }: Reported): Sql => sql`
  from inventory.report_counter_order o
  where ${onDays(scope, days, sql`o.service_centre_id`, sql`o.created_at`)}`;

interface OrderedRow {
  currency: string;
  created: number;
  delivered: number;
  cancelled: number;
  walkIns: number;
  orderedMinor: string;
  deliveredMinor: string;
}

interface PartRow {
  partId: string;
  currency: string;
  quantity: string;
  minor: string;
}

export async function counterOrders(
  context: Context,
  reported: Reported,
  most = MOST_PARTS,
): Promise<CounterOrderFigures> {
  const [rows, parts] = await Promise.all([
    context.reader.query<OrderedRow>(sql`
      select o.currency, count(*) as created, count(o.delivered_at) as delivered,
        count(*) filter (where o.status = 'CANCELLED') as cancelled,
        count(*) filter (where o.customer_id is null) as "walkIns",
        coalesce(sum(o.total_minor) filter (where o.status <> 'CANCELLED'), 0)::text as "orderedMinor",
        coalesce(sum(o.total_minor) filter (where o.status = 'DELIVERED'), 0)::text as "deliveredMinor"
      ${taken(reported)} group by o.currency order by o.currency`),
    context.reader.query<PartRow>(
      sql`
      select part_id as "partId", currency, trim_scale(quantity)::text as quantity, minor::text as minor
      from (select s.*, row_number() over (partition by currency order by minor desc, part_id) as place
        from (select l.part_id, l.currency, sum(l.quantity) as quantity, sum(l.amount_minor) as minor
          from (select o.id ${taken(reported)} and o.status = 'DELIVERED') o
          join inventory.report_counter_order_line l on l.counter_order_id = o.id
          where l.quantity > 0 group by l.part_id, l.currency) s) s
      where place <= ${most} order by currency, place`,
    ),
  ]);
  const all = (key: 'created' | 'delivered' | 'cancelled' | 'walkIns') =>
    rows.reduce((sum, row) => sum + row[key], 0);
  return {
    created: all('created'),
    delivered: all('delivered'),
    cancelled: all('cancelled'),
    open: all('created') - all('delivered') - all('cancelled'),
    walkIns: all('walkIns'),
    amounts: rows.map(({ currency, delivered, orderedMinor, deliveredMinor }) => {
      const handedOver = new Money(Number(deliveredMinor), currency);
      return {
        currency,
        ordered: new Money(Number(orderedMinor), currency),
        delivered: handedOver,
        meanDelivered: delivered === 0 ? null : handedOver.times('1', String(delivered)),
      };
    }),
    parts: parts.map(({ partId, currency, quantity, minor }) => ({
      part: { id: partId },
      quantity,
      amount: new Money(Number(minor), currency),
    })),
  };
}
