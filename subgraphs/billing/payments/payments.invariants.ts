import type { Invariant } from '../../../shared/invariants/invariant';

/** A payment in words. */
const NAMED = `'payment ' || p.id`;
const SUM = (table: string, of: string) =>
  `(select coalesce(sum(x.amount_minor), 0) from billing.${table} x where x.organisation_id = p.organisation_id and ${of})`;

/** What is paid, kept and given back follows from allocations, entries of the balance and refunds. */
export const paymentsInvariants: Invariant[] = [
  {
    name: 'What is paid of an invoice is the sum of its allocations',
    breaches: `
      select coalesce(p.number, p.id::text) || ': ' || p.paid_minor || ' paid, '
        || ${SUM('payment_allocation', 'x.invoice_id = p.id')} || ' by the allocations' as what
      from billing.invoice p where p.paid_minor <> ${SUM('payment_allocation', 'x.invoice_id = p.id')}`,
  },
  {
    name: 'What invoices got of a payment is the sum of its allocations',
    breaches: `
      select ${NAMED} || ': ' || p.allocated_minor || ' given to invoices, '
        || ${SUM('payment_allocation', 'x.payment_id = p.id')} || ' by the allocations' as what
      from billing.payment p where p.allocated_minor <> ${SUM('payment_allocation', 'x.payment_id = p.id')}`,
  },
  {
    name: 'What is kept of a payment is the sum of its entries in the balance',
    breaches: `
      select ${NAMED} || ': ' || p.kept_minor || ' kept, ' || ${SUM('balance_entry', 'x.payment_id = p.id')}
        || ' by the entries' as what
      from billing.payment p where p.kept_minor <> ${SUM('balance_entry', 'x.payment_id = p.id')}`,
  },
  {
    name: 'What was given back of a payment is the sum of its refunds, and never more than was paid',
    breaches: `
      select ${NAMED} || ': ' || p.refunded_minor || ' given back, '
        || ${SUM('refund', "x.payment_id = p.id and x.status <> 'FAILED'")} || ' by the refunds' as what
      from billing.payment p
      where p.refunded_minor <> ${SUM('refund', "x.payment_id = p.id and x.status <> 'FAILED'")}
        or p.refunded_minor > p.amount_minor`,
  },
  {
    name: 'Receipts are numbered without a gap, and each payment that came has one',
    breaches: `
      select 'service centre ' || r.service_centre_id || ': ' || count(*) || ' receipts, the last has the number '
        || max(r.sequence) as what
      from billing.receipt r group by r.organisation_id, r.service_centre_id having max(r.sequence) <> count(*)
      union all
      select ${NAMED} || ' has no receipt' from billing.payment p
      where p.status in ('SUCCEEDED', 'VOIDED') and not exists (select from billing.receipt r
        where r.organisation_id = p.organisation_id and r.payment_id = p.id)`,
  },
];
