import type { Invariant } from '../../../shared/invariants/invariant';

export const worthInvariants: Invariant[] = [
  {
    name: 'What is kept of a customer is what was invoiced and credited',
    breaches: `
      with d as (
        select i.organisation_id, i.service_centre_id, i.customer_id, i.currency, 1 as invoices, i.net_minor as minor,
          i.issued_on as first_on, i.issued_on as day from billing.report_invoice i where i.status = 'ISSUED'
        union all
        select n.organisation_id, n.service_centre_id, n.customer_id, n.currency, 0, -n.net_minor, null, n.issued_on
        from billing.report_credit_note n),
      counted as (
        select coalesce(d.service_centre_id, d.organisation_id) as scope_id, d.customer_id, d.currency,
          sum(d.invoices) as invoices, sum(d.minor) as minor, min(d.first_on) as first_on
        from d join reporting.worth_rollup r on r.organisation_id = d.organisation_id and d.day <= r.until
        where d.service_centre_id is not null
        group by grouping sets ((d.organisation_id, d.customer_id, d.currency),
          (d.service_centre_id, d.customer_id, d.currency))),
      kept as (
        select w.* from reporting.worth_rollup r join reporting.customer_worth w on w.organisation_id = r.organisation_id
        where r.until is not null)
      select coalesce(k.scope_id, c.scope_id) || ', customer ' || coalesce(k.customer_id, c.customer_id) || ', '
        || coalesce(k.currency, c.currency) || ': kept ' || coalesce(k.invoices || ', ' || k.minor, 'nothing')
        || '; counted ' || coalesce(c.invoices || ', ' || c.minor, 'nothing') as what
      from kept k full join counted c using (scope_id, customer_id, currency)
      where (k.invoices, k.minor, k.first_on) is distinct from (c.invoices, c.minor, c.first_on)
      union all
      select t.scope_id || ', all customers, ' || t.currency || ': kept ' || t.customers || ', ' || t.minor
        || '; they come to ' || count(w.customer_id) || ', ' || coalesce(sum(w.minor), 0)
      from reporting.worth_rollup r join reporting.worth_total t on t.organisation_id = r.organisation_id
      left join reporting.customer_worth w on w.organisation_id = t.organisation_id and w.scope_id = t.scope_id
        and w.currency = t.currency and w.invoices > 0
      where r.until is not null group by t.scope_id, t.currency, t.customers, t.minor
      having (t.customers, t.minor) is distinct from (count(w.customer_id), coalesce(sum(w.minor), 0))`,
  },
];
