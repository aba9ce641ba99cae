import { everyone, inCentres, type Readable, readable, type Viewer } from '../../../shared/database/readable';
import { raw, type Sql, sql } from '../../../shared/database/sql';
import { CounterOrder } from './counter-order.entity';
import { CounterOrderLine } from './counter-order-line.entity';

/** Staff see the orders of their service centres, customers their own. `order` is the table's alias. */
function visibleOrder({ identity, reach }: Viewer, order = raw('t')): Sql {
  if (reach === 'all') return inCentres({ identity, reach }, sql`${order}.service_centre_id`);
  if (identity.link || !identity.customerId) return sql`false`;
  return sql`${order}.customer_id = ${identity.customerId}`;
}

export const counterOrders = readable({
  entity: CounterOrder,
  permission: 'counterOrders:read',
  called: 'Counter order',
  visible: (viewer) => visibleOrder(viewer),
});

export const counterOrdersFor = (permission: string): Readable<CounterOrder> =>
  readable({ ...counterOrders, permission });

/** For what follows from an order whose reader is asked elsewhere. */
export const everyCounterOrder = readable({ ...counterOrders, permission: null, visible: everyone });

/** Seen with their order. */
export const counterOrderLines = readable({
  entity: CounterOrderLine,
  permission: 'counterOrders:read',
  called: 'Line',
  visible: (viewer) => sql`exists (select from inventory.counter_order o
    where o.organisation_id = t.organisation_id and o.id = t.counter_order_id and ${visibleOrder(viewer, raw('o'))})`,
});

/** For the commands on an order that is locked. */
export const everyCounterOrderLine = readable({ ...counterOrderLines, permission: null, visible: everyone });
