import { type Sql, sql } from '../../../shared/database/sql';

/**
 * What was invoiced and credited in each stretch of `stretch` (`centre_id`, the last day before it `after`, its last
 * day `last`), and the only place that says what of it makes a customer's worth. Each service centre is found by an
 * index, whatever the planner thinks of the number of days.
 */
export const documentsOf = (stretch: Sql): Sql => sql`(
  select d.*, s.centre_id from ${stretch} s cross join lateral (
    select i.customer_id, i.currency, 1 as invoices, i.net_minor as minor, i.issued_on from billing.report_invoice i
    where i.status = 'ISSUED' and i.service_centre_id = s.centre_id and i.issued_on > s.after and i.issued_on <= s.last
    union all
    select n.customer_id, n.currency, 0, -n.net_minor, null from billing.report_credit_note n
    where n.service_centre_id = s.centre_id and n.issued_on > s.after and n.issued_on <= s.last
    offset 0) d)`;
