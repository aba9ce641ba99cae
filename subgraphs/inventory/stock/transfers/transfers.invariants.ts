import type { Invariant } from '../../../../shared/invariants/invariant';

/** What the ledger says of a transfer's line. */
const LEDGER = `(select m.organisation_id, m.reference_line_id as line_id,
    coalesce(-sum(m.quantity) filter (where m.kind = 'TRANSFER_OUT'), 0) as left_source,
    coalesce(sum(m.quantity) filter (where m.kind = 'TRANSFER_IN'), 0) as came,
    coalesce(-sum(m.quantity) filter (where m.kind = 'TRANSFER_LOSS'), 0) as written_off
  from inventory.stock_movement m where m.reference_type = 'TRANSFER'
  group by m.organisation_id, m.reference_line_id)`;

export const transfersInvariants: Invariant[] = [
  {
    name: 'What is in transit is what left and neither came nor was written off, by the ledger as by the transfer',
    breaches: `
      select t.number || ', ' || p.sku || ': the transfer says ' || n.shipped || ' left, ' || n.received || ' came, '
        || n.lost || ' lost; the ledger says ' || coalesce(m.left_source, 0) || ', '
        || coalesce(m.came - m.written_off, 0) || ', ' || coalesce(m.written_off, 0) as what
      from inventory.stock_transfer_line n
      join inventory.stock_transfer t on t.organisation_id = n.organisation_id and t.id = n.transfer_id
      join inventory.part p on p.organisation_id = n.organisation_id and p.id = n.part_id
      left join ${LEDGER} m on m.organisation_id = n.organisation_id and m.line_id = n.id
      where n.shipped <> coalesce(m.left_source, 0) or n.received + n.lost <> coalesce(m.came, 0)
        or n.lost <> coalesce(m.written_off, 0)`,
  },
  {
    name: 'Of a transfer that is RECEIVED nothing is in transit, and something of one that is SHIPPED',
    breaches: `
      select t.number || ' is ' || t.status || ', in transit: ' || sum(n.shipped - n.received - n.lost) as what
      from inventory.stock_transfer t join inventory.stock_transfer_line n
        on n.organisation_id = t.organisation_id and n.transfer_id = t.id
      group by t.organisation_id, t.id, t.number, t.status
      having (t.status = 'SHIPPED') <> (sum(n.shipped - n.received - n.lost) > 0)`,
  },
  {
    name: 'A transfer holds stock while it is APPROVED, and at no other time',
    breaches: `
      select t.number || ' is ' || t.status || ' and holds ' || sum(r.quantity) as what
      from inventory.stock_reservation r join inventory.stock_transfer t
        on t.organisation_id = r.organisation_id and t.id = r.reference_id
      where r.reference_type = 'TRANSFER' and t.status <> 'APPROVED'
      group by t.organisation_id, t.id, t.number, t.status`,
  },
];
