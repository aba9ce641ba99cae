import { raw, type Sql, sql } from '../../../shared/database/sql';
import { addDays } from '../../../shared/time-zone';
import { type CentreScope, idsOf } from '../scope/centres';
import { documentsOf } from './documents';
import { settledDay } from './settled-day';

/**
 * Named parts of a WITH: `kept`, one row with the day up to which worth is kept; `mean`, of each currency how many
 * customers were invoiced up to `to` and what they brought together; and `best`, those of them who brought most. It is
 * what is kept, with what was issued between that day and `to`: added or, when `to` is the earlier, taken off again.
 *
 * Of all service centres together it is kept by itself, for few customers come to one only. Of some of them it is added
 * up by customer.
 */
export function customerWorth(scope: CentreScope, to: string, most: number): Sql {
  const [only, ...others] = scope.centres;
  const one = scope.whole ? scope.organisationId : others.length === 0 ? only?.id : undefined;
  return sql`
  kept as materialized (
    select k.until, least(k.until, k.asked) as after, greatest(k.until, k.asked) as last,
      case when k.asked < k.until then -1 else 1 end as sign
    from (select coalesce(max(w.until), '-infinity') as until, ${to}::date as asked
      from reporting.worth_rollup w where w.organisation_id = ${scope.organisationId}) k),
  stretch as (
    select c.centre_id, k.after, k.last from kept k, unnest(${idsOf(scope)}::uuid[]) as c(centre_id)),
  rest as materialized (
    select d.customer_id, d.currency, (k.sign * sum(d.invoices))::bigint as invoices,
      (k.sign * sum(d.minor))::bigint as minor, min(d.issued_on) as first_on
    from kept k, ${documentsOf(sql`stretch`)} d group by d.customer_id, d.currency, k.sign),
  ${one ? ofOne(sql`w.organisation_id = ${scope.organisationId} and w.scope_id = ${one}`, most) : ofSome(scope, most)}`;
}

/** The totals and the first rows of an index, with the few customers that something was issued to since. */
const ofOne = (here: Sql, most: number): Sql => sql`
  changed as materialized (
    select r.customer_id, r.currency, coalesce(w.invoices, 0) as invoices_before, coalesce(w.minor, 0) as minor_before,
      coalesce(w.invoices, 0) + r.invoices as invoices, coalesce(w.minor, 0) + r.minor as minor,
      least(w.first_on, r.first_on) as first_on
    from rest r left join reporting.customer_worth w on ${here} and w.customer_id = r.customer_id
      and w.currency = r.currency and exists (select from kept k where isfinite(k.until))),
  mean as (
    select currency, sum(customers)::bigint as customers, sum(minor) as all_minor
    from (
      select w.currency, w.customers, w.minor from kept k, reporting.worth_total w where ${here} and isfinite(k.until)
      union all
      select c.currency, (c.invoices > 0)::int - (c.invoices_before > 0)::int,
        case when c.invoices > 0 then c.minor else 0 end - case when c.invoices_before > 0 then c.minor_before else 0 end
      from changed c) t
    group by currency having sum(customers) > 0),
  best as (
    select b.* from mean m cross join lateral (
      select x.* from (
        (select w.customer_id, w.currency, w.invoices, w.minor, w.first_on from reporting.customer_worth w
          where ${here} and w.currency = m.currency and w.invoices > 0
            and exists (select from kept k where isfinite(k.until))
            and (w.customer_id, w.currency) not in (select r.customer_id, r.currency from rest r)
          order by w.minor desc, w.customer_id limit ${raw(String(most))})
        union all
        select c.customer_id, c.currency, c.invoices, c.minor, c.first_on from changed c
        where c.currency = m.currency and c.invoices > 0) x
      order by x.minor desc, x.customer_id limit ${raw(String(most))}) b)`;

const ofSome = (scope: CentreScope, most: number): Sql => sql`
  worth as materialized (
    select customer_id, currency, sum(invoices)::bigint as invoices, sum(minor) as minor, min(first_on) as first_on
    from (
      select w.customer_id, w.currency, w.invoices, w.minor, w.first_on from kept k, reporting.customer_worth w
      where w.organisation_id = ${scope.organisationId} and w.scope_id = any(${idsOf(scope)}::uuid[]) and isfinite(k.until)
      union all select r.* from rest r) x
    group by customer_id, currency having sum(invoices) > 0),
  mean as (select currency, count(*) as customers, sum(minor) as all_minor from worth group by currency),
  best as (
    select b.* from mean m cross join lateral (
      select w.* from worth w where w.currency = m.currency order by w.minor desc, w.customer_id limit ${raw(String(most))}) b)`;

const MOST_LATE_DAYS = 7;

/** Whether what is kept, of `kept k`, wants to be kept anew: nothing is, or the nightly job has not run for days. */
export const isLate = (now: Date): Sql => sql`k.until < ${addDays(settledDay(now), -MOST_LATE_DAYS)}::date`;
