import { type Sql, sql } from '../../../shared/database/sql';
import { addDays } from '../../../shared/time-zone';
import { type CentreScope, idsOf } from '../scope/centres';
import { documentsOf } from './documents';
import { settledDay } from './settled-day';

/**
 * Named parts of a WITH: `kept`, one row with the day up to which worth is kept, and `worth`, what each customer brought
 * in each currency up to `to`: what is kept, and what was issued between that day and `to`, added or, when `to` is the
 * earlier of the two, taken off again. Who was never invoiced is not told of.
 */
export const customerWorth = (scope: CentreScope, to: string): Sql => sql`
  kept as materialized (
    select k.until, least(k.until, k.asked) as after, greatest(k.until, k.asked) as last,
      case when k.asked < k.until then -1 else 1 end as sign
    from (select coalesce(max(w.until), '-infinity') as until, ${to}::date as asked
      from reporting.worth_rollup w where w.organisation_id = ${scope.organisationId}) k),
  stretch as (
    select c.centre_id, k.after, k.last from kept k, unnest(${idsOf(scope)}::uuid[]) as c(centre_id)),
  worth as materialized (
    select customer_id, currency, sum(invoices) as invoices, sum(minor) as minor, min(first_on) as first_on
    from (
      select w.customer_id, w.currency, w.invoices, w.minor, w.first_on from kept k, reporting.customer_worth w
      where w.organisation_id = ${scope.organisationId} and ${inScope(scope)} and isfinite(k.until)
      union all
      select d.customer_id, d.currency, k.sign * d.invoices, k.sign * d.minor, d.issued_on
      from kept k, ${documentsOf(sql`stretch`)} d) x
    group by customer_id, currency having sum(invoices) > 0)`;

const MOST_LATE_DAYS = 7;

/** Whether what is kept, of `kept k`, wants to be kept anew: nothing is, or the nightly job has not run for days. */
export const isLate = (now: Date): Sql => sql`k.until < ${addDays(settledDay(now), -MOST_LATE_DAYS)}::date`;

/** What all service centres came to together is kept by itself: few customers come to one only. */
const inScope = (scope: CentreScope): Sql =>
  scope.whole ? sql`w.scope_id = ${scope.organisationId}` : sql`w.scope_id = any(${idsOf(scope)}::uuid[])`;
