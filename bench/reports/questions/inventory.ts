import { keptSql } from '../kept.sql';
import { days, MONEY, type Question, report, rows } from './question';

const HERE = `l.location_id in (select id from inventory.report_stock_location where organisation_id = $1)`;

export const INVENTORY: Question[] = [
  {
    name: 'Stock status',
    counted: true,
    query: report(
      'inventory',
      `stockStatus { places { location { id } parts onHand low value ${MONEY} } value ${MONEY} }`,
    ),
    told: rows('report.stockStatus.places', 'location.id', 'parts', 'onHand', 'low'),
    sql: `select location_id, count(*), count(*) filter (where on_hand > 0), count(*) filter (where low),
        sum(round(on_hand * average_cost)) from inventory.report_stock_level
      where organisation_id = $1 and $2::date <= $3::date group by location_id`,
  },
  {
    name: 'Stock movements',
    kept: `select dim, sum(many), sum(minor)
        from (${keptSql({ figures: ['STOCK_MOVED'], by: ['dim'] })}) f(figure, dim, currency, many, minor) group by dim
      union all
      select m.kind, count(*), sum(round(m.quantity * m.unit_cost)) from inventory.report_stock_location l
      join inventory.report_stock_movement m on m.organisation_id = $1 and m.location_id = l.id
      where l.organisation_id = $1 and l.service_centre_id is null
        and m.created_at >= $2::date::timestamp at time zone 'Europe/Rome'
        and m.created_at < ($3::date + 1)::timestamp at time zone 'Europe/Rome' group by 1`,
    query: report('inventory', `movements { kind movements value ${MONEY} }`),
    told: rows('report.movements', 'kind', 'movements'),
    sql: `select kind, count(*), sum(round(quantity * unit_cost)) from inventory.report_stock_movement
      where ${days('created_at')} group by kind`,
  },
  {
    name: 'Purchase orders',
    counted: true,
    query: report('inventory', `purchaseOrders { status orders total ${MONEY} }`),
    told: rows('report.purchaseOrders', 'status', 'orders', 'total.minorUnits'),
    sql: `select status, count(*), sum(total_minor), currency from inventory.report_purchase_order
      where ${days('created_at')} group by 1, 4`,
  },
  {
    name: 'Low stock',
    counted: true,
    query: report(
      'inventory',
      'lowStock { part { id } location { id } onHand available reorderPoint reorderQuantity }',
    ),
    told: rows('report.lowStock', 'part.id', 'location.id', 'onHand', 'available', 'reorderPoint'),
    sql: `select l.part_id, l.location_id, l.on_hand, l.available, coalesce(l.reorder_point, p.reorder_point),
        coalesce(l.reorder_quantity, p.reorder_quantity)
      from inventory.report_stock_level l join inventory.report_part p on p.organisation_id = l.organisation_id and p.id = l.part_id
      where l.organisation_id = $1 and l.low and $2::date <= $3::date and ${HERE} order by l.part_sku, l.id limit 100`,
  },
  {
    name: 'Supplier performance',
    counted: true,
    query: report(
      'inventory',
      `supplierPerformance { supplier { id } orders received onTime meanDays fillRate total ${MONEY} }`,
    ),
    told: rows('report.supplierPerformance', 'supplier.id', 'orders', 'received', 'onTime'),
    sql: `with o as (select id, supplier_id, currency, total_minor, ordered_at, received_at, expected_on
        from inventory.report_purchase_order where ${days('ordered_at')}),
      l as (select o.supplier_id, sum(x.quantity) quantity, sum(x.received_quantity) received
        from o join inventory.report_purchase_order_line x on x.organisation_id = $1 and x.purchase_order_id = o.id group by 1)
      select o.supplier_id, count(*), count(o.received_at),
        count(*) filter (where (o.received_at at time zone 'Europe/Rome')::date <= o.expected_on), o.currency,
        avg(o.received_at - o.ordered_at), min(l.received / l.quantity), sum(o.total_minor)
      from o left join l on l.supplier_id = o.supplier_id group by o.supplier_id, o.currency`,
  },
];
