import { plannedOnce, type Sql, sql } from '../../../../shared/database/sql';
import { Money } from '../../../../shared/money';
import type { Context } from '../../../../shared/subgraph/context';
import { readFigures } from '../../figures/read-figures';
import { type CentreScope, ofPlaces } from '../../scope/centres';
import { onDaysOfPlaces, onDaysOfZone } from '../../scope/on-days';
import { MOST_ROWS, type Reported } from '../report.args';
import type {
  LowStockItem,
  MovementFigures,
  PurchaseOrderFigures,
  StockStatus,
  SupplierPerformance,
} from './inventory-report.type';

const MOST_LOW = 100;

/** Amounts by currency, `{"EUR": 1200}`, as JSON of the database. */
type ByCurrency = Record<string, number> | null;

const moneys = (amounts: ByCurrency): Money[] =>
  Object.entries(amounts ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, minor]) => new Money(minor, currency));

function sumsByCurrency(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, Money>();
  for (const money of amounts)
    sums.set(money.currency, (sums.get(money.currency) ?? Money.zero(money.currency)).plus(money));
  return [...sums.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** The day of the place's own service centre, or of the organisation for a central warehouse. */
const dayAt = ({ timeZone }: CentreScope, instant: Sql): Sql =>
  sql`(${instant} at time zone coalesce(c.time_zone, ${timeZone}))::date`;

const CENTRE_OF_PLACE = sql`left join customer.report_service_centre c on c.id = p.service_centre_id`;

interface MoneyRow {
  currency: string;
  minor: string;
}

interface PlaceRow {
  id: string;
  parts: number;
  onHand: number;
  low: number;
  value: ByCurrency;
}

export async function stockStatus(context: Context, { scope }: Reported): Promise<StockStatus> {
  const rows = await context.reader.query<PlaceRow>(sql`
    select l.location_id as id, sum(l.parts)::bigint as parts, sum(l.on_hand)::bigint as "onHand",
      sum(l.low)::bigint as low, jsonb_object_agg(l.cost_currency, l.minor) filter (where l.cost_currency is not null) as value
    from (select x.location_id, x.cost_currency, count(*) as parts, count(*) filter (where x.on_hand > 0) as on_hand,
        count(*) filter (where x.low) as low, sum(round(x.on_hand * x.average_cost)) as minor
      from inventory.report_stock_level x group by 1, 2) l
    join inventory.report_stock_location p on p.id = l.location_id where ${ofPlaces(scope, sql`p`)}
    group by l.location_id, p.name order by p.name, l.location_id`);
  return {
    places: rows
      .slice(0, MOST_ROWS)
      .map(({ id, value: amounts, ...row }) => ({ ...row, location: { id }, value: moneys(amounts) })),
    value: sumsByCurrency(rows.flatMap((row) => moneys(row.value))),
  };
}

/** Of central warehouses, which are in no service centre and so in no figure. */
async function movementsOfWarehouses(
  context: Context,
  { scope, days }: Reported,
): Promise<MovementFigures[]> {
  if (!scope.whole) return [];
  const statement = sql`
    select m.kind, coalesce(m.cost_currency, '') as currency, count(*) as movements,
      coalesce(sum(round(m.quantity * m.unit_cost)), 0)::text as minor
    from inventory.report_stock_location p join inventory.report_stock_movement m on m.location_id = p.id
    where p.service_centre_id is null and ${onDaysOfZone(scope.timeZone, days, sql`m.created_at`)} group by 1, 2`;
  // Warehouses are few, and their movements in an index by day: to look for a better plan takes longer than to read them.
  const rows = await context.reader.query<MovementFigures & MoneyRow>(plannedOnce(statement));
  return rows.map(({ kind, movements: many, currency, minor }) => ({
    kind,
    movements: many,
    value: currency ? [new Money(Number(minor), currency)] : [],
  }));
}

export async function movements(context: Context, reported: Reported): Promise<MovementFigures[]> {
  const { scope, days } = reported;
  const [sums, central] = await Promise.all([
    readFigures(context, { scope, days, names: ['STOCK_MOVED'], by: { dim: true } }),
    movementsOfWarehouses(context, reported),
  ]);
  const all = [
    ...sums.of('STOCK_MOVED').map(({ dim: kind, count, currency, amount }) => ({
      kind,
      movements: count,
      value: currency ? [new Money(Number(amount), currency)] : [],
    })),
    ...central,
  ];
  return [...new Set(all.map(({ kind }) => kind))].sort().map((kind) => {
    const those = all.filter((each) => each.kind === kind);
    return {
      kind,
      movements: those.reduce((sum, each) => sum + each.movements, 0),
      value: sumsByCurrency(those.flatMap(({ value }) => value)),
    };
  });
}

interface OrderRow {
  status: string;
  currency: string;
  orders: number;
  minor: string;
}

export async function purchaseOrders(
  context: Context,
  { scope, days }: Reported,
): Promise<PurchaseOrderFigures[]> {
  const rows = await context.reader.query<OrderRow>(sql`
    select p.status, p.currency, count(*) as orders, sum(p.total_minor)::text as minor
    from inventory.report_purchase_order p
    where ${onDaysOfPlaces(scope, days, sql`p.service_centre_id`, sql`p.created_at`)}
    group by 1, 2 order by 1, 2`);
  return rows.map(({ status, orders, minor, currency }) => ({
    status,
    orders,
    total: new Money(Number(minor), currency),
  }));
}

interface LowRow extends Omit<LowStockItem, 'part' | 'location'> {
  partId: string;
  locationId: string;
}

/** What is said of a part at its place comes before what is said of it everywhere. */
export async function lowStock(
  context: Context,
  { scope }: Reported,
  most = MOST_LOW,
): Promise<LowStockItem[]> {
  const rows = await context.reader.query<LowRow>(sql`
    select l.part_id as "partId", l.location_id as "locationId", trim_scale(l.on_hand)::text as "onHand",
      trim_scale(l.available)::text as available,
      trim_scale(coalesce(l.reorder_point, x.reorder_point))::text as "reorderPoint",
      trim_scale(coalesce(l.reorder_quantity, x.reorder_quantity))::text as "reorderQuantity"
    from inventory.report_stock_level l join inventory.report_stock_location p on p.id = l.location_id
    join inventory.report_part x on x.id = l.part_id
    where l.low and ${ofPlaces(scope, sql`p`)} order by l.part_sku, l.id limit ${most}`);
  return rows.map(({ partId, locationId, ...row }) => ({
    ...row,
    part: { id: partId },
    location: { id: locationId },
  }));
}

interface SupplierRow {
  id: string;
  orders: number;
  received: number;
  onTime: number;
  meanDays: string | null;
  fillRate: string | null;
  total: ByCurrency;
}

export async function supplierPerformance(
  context: Context,
  { scope, days }: Reported,
): Promise<SupplierPerformance[]> {
  const rows = await context.reader.query<SupplierRow>(sql`
    with ordered as (
      select p.id, p.supplier_id, p.currency, p.total_minor, p.ordered_at, p.received_at,
        ${dayAt(scope, sql`p.received_at`)} <= p.expected_on as in_time
      from inventory.report_purchase_order p ${CENTRE_OF_PLACE}
      where ${onDaysOfPlaces(scope, days, sql`p.service_centre_id`, sql`p.ordered_at`)}),
    filled as (
      select o.supplier_id, sum(x.quantity) as quantity, sum(x.received_quantity) as received_quantity
      from ordered o join inventory.report_purchase_order_line x on x.purchase_order_id = o.id group by 1),
    totals as (
      select supplier_id, currency, count(*) as orders, count(received_at) as received,
        count(*) filter (where in_time) as on_time, sum(received_at - ordered_at) as taken,
        sum(total_minor) as minor
      from ordered group by 1, 2)
    select t.supplier_id as id, sum(t.orders)::bigint as orders, sum(t.received)::bigint as received,
      sum(t.on_time)::bigint as "onTime",
      trim_scale(round(extract(epoch from sum(t.taken)) / 86400 / nullif(sum(t.received), 0), 1))::text as "meanDays",
      trim_scale(round(f.received_quantity / f.quantity, 4))::text as "fillRate",
      jsonb_object_agg(t.currency, t.minor) as total
    from totals t left join filled f on f.supplier_id = t.supplier_id
    group by t.supplier_id, f.received_quantity, f.quantity order by 2 desc, t.supplier_id limit ${MOST_ROWS}`);
  return rows.map(({ id, total, ...row }) => ({ ...row, supplier: { id }, total: moneys(total) }));
}
