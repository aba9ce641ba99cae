import type { Invariant } from '../../../../shared/invariants/invariant';

export const stocktakesInvariants: Invariant[] = [
  {
    name: 'A stocktake that is POSTED has changed the ledger by what was counted, and no other has',
    breaches: `
      select t.number || ', ' || n.part_sku || ': is ' || t.status || ', counted ' || coalesce(n.counted::text, 'nothing')
        || ' where the ledger had ' || coalesce(n.on_hand_at_count::text, 'nothing') || ', and moved '
        || coalesce(m.quantity, 0) as what
      from inventory.stocktake_line n
      join inventory.stocktake t on t.organisation_id = n.organisation_id and t.id = n.stocktake_id
      left join inventory.stock_movement m on m.organisation_id = n.organisation_id and m.id = n.movement_id
      where coalesce(m.quantity, 0) <>
        case when t.status = 'POSTED' then coalesce(n.counted - n.on_hand_at_count, 0) else 0 end`,
  },
];
