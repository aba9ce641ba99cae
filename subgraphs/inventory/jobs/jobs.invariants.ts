import type { Invariant } from '../../../shared/invariants/invariant';

const NAMED = `p.sku || ' for the job ' || n.job_card_id`;
const PART = `join inventory.part p on p.organisation_id = n.organisation_id and p.id = n.part_id`;

/** What the ledger says of a line. */
const LEDGER = `(select m.organisation_id, m.reference_line_id as line_id,
    coalesce(-sum(m.quantity) filter (where m.kind = 'ISSUE'), 0) as issued,
    coalesce(sum(m.quantity) filter (where m.kind = 'RETURN'), 0) as returned
  from inventory.stock_movement m where m.reference_type = 'JOB_CARD'
  group by m.organisation_id, m.reference_line_id)`;

export const jobsInvariants: Invariant[] = [
  {
    name: 'What a job was issued and gave back is what the ledger moved for it',
    breaches: `
      select ${NAMED} || ': the line says ' || n.issued || ' issued, ' || n.returned || ' returned; the ledger says '
        || coalesce(m.issued, 0) || ', ' || coalesce(m.returned, 0) as what
      from inventory.job_part n ${PART}
      left join ${LEDGER} m on m.organisation_id = n.organisation_id and m.line_id = n.id
      where n.issued <> coalesce(m.issued, 0) or n.returned <> coalesce(m.returned, 0)`,
  },
  {
    name: 'What a job was issued and gave back is the sum of its issues',
    breaches: `
      select ${NAMED} || ': the line says ' || n.issued || ' issued, ' || n.returned || ' returned; its issues say '
        || coalesce(sum(i.quantity), 0) || ', ' || coalesce(sum(i.returned), 0) as what
      from inventory.job_part n ${PART}
      left join inventory.job_part_issue i on i.organisation_id = n.organisation_id and i.job_part_id = n.id
      group by n.organisation_id, n.id, n.job_card_id, n.issued, n.returned, p.sku
      having n.issued <> coalesce(sum(i.quantity), 0) or n.returned <> coalesce(sum(i.returned), 0)`,
  },
  {
    // Less is held for a moment when less was counted than was there: until its line has heard of it.
    name: 'A job holds no more than it needs and does not lack',
    breaches: `
      select ${NAMED} || ': it holds ' || sum(r.quantity) || ', and needs '
        || n.quantity - n.issued - n.cancelled - n.missing as what
      from inventory.job_part n ${PART}
      join inventory.stock_reservation r on r.organisation_id = n.organisation_id and r.reference_line_id = n.id
      group by n.organisation_id, n.id, n.job_card_id, n.quantity, n.issued, n.cancelled, n.missing, p.sku
      having sum(r.quantity) > n.quantity - n.issued - n.cancelled - n.missing`,
  },
  {
    // Who began to wait while goods came in is served by what follows from that, in no time.
    name: 'No job waits for a minute for what is there',
    breaches: `
      select ${NAMED} || ': it lacks ' || n.missing || ', available: ' || s.available as what
      from inventory.job_part n ${PART}
      join inventory.stock_level s on s.organisation_id = n.organisation_id and s.part_id = n.part_id
        and s.location_id = n.location_id
      where n.status = 'WAITING' and s.available > 0 and s.updated_at < now() - interval '1 minute'`,
  },
];
