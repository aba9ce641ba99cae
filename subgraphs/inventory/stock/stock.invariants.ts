import type { Invariant } from '../../../shared/invariants/invariant';

/** The level `s`, in words. */
const NAMES = `join inventory.part p on p.organisation_id = s.organisation_id and p.id = s.part_id
  join inventory.stock_location l on l.organisation_id = s.organisation_id and l.id = s.location_id`;
const NAMED = `p.sku || ' in ' || l.name`;
const OF_LEVEL = `m.organisation_id = s.organisation_id and m.part_id = s.part_id and m.location_id = s.location_id`;

/** The ledger, each movement beside the one before it in its level. */
const CHAIN = `(select m.*,
    lag(m.on_hand_after, 1, 0::numeric) over level as on_hand_before, lag(m.average_cost_after) over level as average_before
  from inventory.stock_movement m
  window level as (partition by m.organisation_id, m.part_id, m.location_id order by m.entry))`;

/** What is in the levels follows from the ledger and from the reservations, at any moment. */
export const stockInvariants: Invariant[] = [
  {
    name: 'What is on hand is the sum of the movements',
    breaches: `
      select ${NAMED} || ': ' || s.on_hand || ' on hand, ' || coalesce(sum(m.quantity), 0) || ' by the movements' as what
      from inventory.stock_level s ${NAMES} left join inventory.stock_movement m on ${OF_LEVEL}
      group by s.organisation_id, s.id, p.sku, l.name, s.on_hand
      having s.on_hand <> coalesce(sum(m.quantity), 0)`,
  },
  {
    name: 'The movements of a level are numbered without a gap, and the level knows how many there are',
    breaches: `
      select ${NAMED} || ': ' || s.movements || ' movements, ' || count(m.id) || ' written, the last has the number '
        || coalesce(max(m.entry), 0) as what
      from inventory.stock_level s ${NAMES} left join inventory.stock_movement m on ${OF_LEVEL}
      group by s.organisation_id, s.id, p.sku, l.name, s.movements
      having count(m.id) <> s.movements or coalesce(max(m.entry), 0) <> s.movements`,
  },
  {
    name: 'What is on hand after a movement is what was on hand before it, and the movement',
    breaches: `
      select ${NAMED} || ', movement ' || s.entry || ': ' || s.on_hand_before || ' and ' || s.quantity || ' give '
        || s.on_hand_after as what
      from ${CHAIN} s ${NAMES} where s.on_hand_after <> s.on_hand_before + s.quantity`,
  },
  {
    name: 'What goes out costs what the level’s average was at that moment',
    breaches: `
      select ${NAMED} || ', movement ' || s.entry || ': cost ' || coalesce(s.unit_cost::text, 'nothing')
        || ', the average was ' || coalesce(s.average_before::text, 'nothing') as what
      from ${CHAIN} s ${NAMES}
      where s.quantity < 0 and s.kind <> 'TRANSFER_LOSS' and s.unit_cost is distinct from s.average_before`,
  },
  {
    name: 'The average cost of a level is what its last movement left',
    breaches: `
      select ${NAMED} || ': ' || coalesce(s.average_cost::text, 'nothing') || ', its last movement left '
        || coalesce(m.average_cost_after::text, 'nothing') as what
      from inventory.stock_level s ${NAMES} join inventory.stock_movement m on ${OF_LEVEL} and m.entry = s.movements
      where s.average_cost is distinct from m.average_cost_after`,
  },
  {
    name: 'What is reserved is the sum of the reservations',
    breaches: `
      select ${NAMED} || ': ' || s.reserved || ' reserved, ' || coalesce(sum(r.quantity), 0) || ' by the reservations' as what
      from inventory.stock_level s ${NAMES} left join inventory.stock_reservation r
        on r.organisation_id = s.organisation_id and r.level_id = s.id
      group by s.organisation_id, s.id, p.sku, l.name, s.reserved
      having s.reserved <> coalesce(sum(r.quantity), 0)`,
  },
  {
    name: 'A reservation is of the part and the place of its level',
    breaches: `
      select ${NAMED} || ': a reservation of it is of another level' as what
      from inventory.stock_reservation s ${NAMES} join inventory.stock_level v
        on v.organisation_id = s.organisation_id and v.id = s.level_id
      where v.part_id <> s.part_id or v.location_id <> s.location_id`,
  },
  {
    name: 'Nothing is below zero, and no more is reserved than is on hand',
    breaches: `
      select ${NAMED} || ': ' || s.on_hand || ' on hand, ' || s.reserved || ' reserved' as what
      from inventory.stock_level s ${NAMES}
      where s.on_hand < 0 or s.reserved < 0 or s.reserved > s.on_hand or s.available <> s.on_hand - s.reserved`,
  },
  {
    name: 'A level is low when no more than its reorder point is available',
    breaches: `
      select ${NAMED} || ': ' || s.available || ' available, reorder point '
        || coalesce(coalesce(s.reorder_point, p.reorder_point)::text, 'none') || ', and '
        || case when s.low then 'low' else 'not low' end as what
      from inventory.stock_level s ${NAMES}
      where s.low <> coalesce(p.discontinued_at is null and s.available <= coalesce(s.reorder_point, p.reorder_point), false)
        and (s.movements > 0 or s.reservations > 0 or s.low)`,
  },
  {
    name: 'A level says of its part what the part says',
    breaches: `
      select ${NAMED} || ': the level says ' || s.part_sku || ', ' || s.part_category as what
      from inventory.stock_level s ${NAMES} where s.part_sku <> p.sku or s.part_category <> p.category`,
  },
];
