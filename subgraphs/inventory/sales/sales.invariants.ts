import type { Invariant } from '../../../shared/invariants/invariant';

const OF_ORDER = `join inventory.counter_order o on o.organisation_id = n.organisation_id and o.id = n.counter_order_id`;

export const salesInvariants: Invariant[] = [
  {
    name: 'A counter order has issued what it sold once it is DELIVERED, by the ledger as by its lines, and nothing before',
    breaches: `
      select o.number || ', ' || n.sku || ': is ' || o.status || ', sells ' || n.quantity || '; the ledger issued '
        || coalesce(m.issued, 0) || coalesce(' at ' || m.cost, '') || ', the line says ' || coalesce(n.unit_cost::text, 'nothing') as what
      from inventory.counter_order_line n ${OF_ORDER}
      left join (select m.organisation_id, m.reference_line_id as line_id, -sum(m.quantity) as issued, max(m.unit_cost) as cost
          from inventory.stock_movement m where m.reference_type = 'COUNTER_ORDER'
          group by m.organisation_id, m.reference_line_id) m
        on m.organisation_id = n.organisation_id and m.line_id = n.id
      where coalesce(m.issued, 0) <> case o.status when 'DELIVERED' then n.quantity else 0 end
        or n.unit_cost is distinct from m.cost`,
  },
  {
    name: 'A counter order holds stock while it is PROCESSING or READY, and a line no more than it sells',
    breaches: `
      select o.number || ', ' || n.sku || ': is ' || o.status || ', sells ' || n.quantity || ' and holds '
        || sum(r.quantity) as what
      from inventory.counter_order_line n ${OF_ORDER}
      join inventory.stock_reservation r on r.organisation_id = n.organisation_id and r.reference_line_id = n.id
      group by n.organisation_id, n.id, n.sku, n.quantity, o.number, o.status
      having sum(r.quantity) > case when o.status in ('PROCESSING','READY') then n.quantity else 0 end`,
  },
  {
    name: 'The total of a counter order is the sum of its lines',
    breaches: `
      select o.number || ': ' || o.total_minor || ', by its lines ' || coalesce(sum(n.amount_minor), 0) as what
      from inventory.counter_order o left join inventory.counter_order_line n
        on n.organisation_id = o.organisation_id and n.counter_order_id = o.id
      group by o.organisation_id, o.id, o.number, o.total_minor
      having o.total_minor <> coalesce(sum(n.amount_minor), 0)`,
  },
];
