import type { Invariant } from '../../../shared/invariants/invariant';

export const coreInvariants: Invariant[] = [
  {
    name: 'No more old units came back of a line than were sold by it',
    breaches: `
      select coalesce(c.job_part_id, c.counter_order_line_id)::text || ': ' || sum(c.quantity) || ' came back, '
        || coalesce(max(n.issued), max(l.quantity)) || ' sold' as what
      from inventory.core_return c
      left join inventory.job_part n on n.organisation_id = c.organisation_id and n.id = c.job_part_id
      left join inventory.counter_order_line l on l.organisation_id = c.organisation_id and l.id = c.counter_order_line_id
      where c.way = 'FROM_CUSTOMER'
      group by c.organisation_id, coalesce(c.job_part_id, c.counter_order_line_id)
      having sum(c.quantity) > coalesce(max(n.issued), max(l.quantity))`,
  },
  {
    name: 'No more old units were sent to suppliers than had come back',
    breaches: `
      select c.part_id || ': ' || sum(case c.way when 'TO_SUPPLIER' then c.quantity else -c.quantity end)
        || ' more were sent than came back' as what
      from inventory.core_return c
      group by c.organisation_id, c.service_centre_id, c.part_id
      having sum(case c.way when 'TO_SUPPLIER' then c.quantity else -c.quantity end) > 0`,
  },
];
