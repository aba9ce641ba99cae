import type { Invariant } from '../../../shared/invariants/invariant';

/** Each line of a job or of an order over the counter, and how much of it was issued and kept. */
const KEPT = `(select n.organisation_id, n.id, n.issued - n.returned as kept from inventory.job_part n
  union all
  select n.organisation_id, n.id, case o.status when 'DELIVERED' then n.quantity else 0 end
  from inventory.counter_order_line n
  join inventory.counter_order o on o.organisation_id = n.organisation_id and o.id = n.counter_order_id)`;

export const warrantyInvariants: Invariant[] = [
  {
    name: 'No more of a line is claimed under warranty than was issued and kept',
    breaches: `
      select string_agg(c.number, ', ' order by c.number) || ': ' || sum(c.quantity) || ' claimed, '
        || coalesce(k.kept, 0) || ' kept' as what
      from inventory.warranty_claim c
      left join ${KEPT} k on k.organisation_id = c.organisation_id
        and k.id = coalesce(c.job_part_id, c.counter_order_line_id)
      where c.status <> 'REFUSED'
      group by c.organisation_id, coalesce(c.job_part_id, c.counter_order_line_id), k.kept
      having sum(c.quantity) > coalesce(k.kept, 0)`,
  },
  {
    name: 'What came in place of what was claimed under warranty is in the ledger, and nothing else is',
    breaches: `
      select c.number || ': replaced ' || coalesce(c.replaced_quantity::text, 'nothing') || ', by the ledger '
        || coalesce(m.quantity::text, 'nothing') as what
      from inventory.warranty_claim c
      left join (select m.organisation_id, m.reference_id, m.part_id, sum(m.quantity) as quantity
          from inventory.stock_movement m where m.reference_type = 'WARRANTY_CLAIM'
          group by m.organisation_id, m.reference_id, m.part_id) m
        on m.organisation_id = c.organisation_id and m.reference_id = c.id and m.part_id = c.part_id
      where c.replaced_quantity is distinct from m.quantity`,
  },
];
