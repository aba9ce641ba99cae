import { raw, type Sql, sql } from '../../../shared/database/sql';
import type { Context } from '../../../shared/subgraph/context';
import { visibleCreditNote } from '../credit-notes/credit-note.loader';
import { visibleInvoice } from '../invoices/invoice.loader';
import { visiblePayment } from '../payments/payment.loader';
import type { StatementLineKind } from './customer-statement.type';

/** A movement of an account as it is read; amounts are minor units. */
export interface Entry {
  /** Null for the sum of all that was before the first day. */
  kind: StatementLineKind | null;
  on: string;
  at: Date;
  number: string;
  currency: string;
  debit: number;
  credit: number;
  invoiceId: string | null;
  creditNoteId: string | null;
  paymentId: string | null;
}

export interface Period {
  from: string;
  to: string | null;
}

/** Whose account, as far as the caller sees it. */
export interface Account {
  customerId: string;
  sees: { invoice: Sql; creditNote: Sql; payment: Sql };
}

export function accountFor({ identity }: Context, customerId: string, reach: 'all' | 'own'): Account {
  const viewer = { identity, reach };
  return {
    customerId,
    sees: {
      invoice: visibleInvoice(viewer),
      creditNote: visibleCreditNote(viewer),
      payment: visiblePayment(viewer),
    },
  };
}

/** A payment with its receipt, which knows the calendar of the place; what moved is `x`. */
const ofPayments = ({ customerId, sees }: Account, more: Sql): Sql =>
  sql`from billing.payment t
    join billing.receipt r on r.organisation_id = t.organisation_id and r.payment_id = t.id ${more}
    where t.customer_id = ${customerId} and (${sees.payment})`;

const joined = (table: string): Sql =>
  sql`join ${raw(`billing.${table}`)} x on x.organisation_id = t.organisation_id and x.payment_id = t.id`;

const NOTHING = sql`null::uuid`;
const dayOf = (instant: Sql): Sql => sql`(${instant} at time zone r.time_zone)::date`;

/** All that ever moved the account: each is told once, by what is never changed again. */
function movements(account: Account): Sql {
  const { customerId, sees } = account;
  const moved = (
    kind: string,
    at: string,
    { debit = '0', credit = '0' }: { debit?: string; credit?: string },
    from: Sql,
  ) => sql`select x.* from (select ${kind}::text as kind, t.id, ${dayOf(raw(at))} as "on", ${raw(at)} as at,
      r.number, t.currency, ${raw(debit)}::bigint as debit, ${raw(credit)}::bigint as credit,
      ${NOTHING} as invoice_id, ${NOTHING} as credit_note_id, t.id as payment_id ${from}) x`;
  return sql`
    select 'INVOICE'::text as kind, t.id, t.issued_on as "on", t.issued_at as at, t.number, t.currency,
      t.total_minor as debit, 0::bigint as credit, t.id as invoice_id, ${NOTHING} as credit_note_id,
      ${NOTHING} as payment_id
    from billing.invoice t where t.customer_id = ${customerId} and t.status = 'ISSUED' and (${sees.invoice})
    union all
    select 'CREDIT_NOTE', t.id, t.issued_on, t.created_at, t.number, t.currency, 0::bigint, t.total_minor,
      t.invoice_id, t.id, ${NOTHING}
    from billing.credit_note t where t.customer_id = ${customerId} and (${sees.creditNote})
    union all ${moved('PAYMENT', 't.paid_at', { credit: 't.amount_minor' }, sql`${ofPayments(account, sql``)} and t.paid_at is not null`)}
    union all ${moved('VOID', 't.voided_at', { debit: 't.amount_minor' }, sql`${ofPayments(account, sql``)} and t.voided_at is not null`)}
    union all ${moved('REFUND', 'x.created_at', { debit: 'x.amount_minor' }, ofPayments(account, joined('refund')))}
    union all ${moved(
      'REFUND_FAILED',
      'x.created_at',
      { credit: 'x.amount_minor' },
      sql`${ofPayments(account, joined('balance_entry'))} and x.cause = 'REFUNDED' and x.amount_minor > 0`,
    )}
    union all ${moved(
      'BALANCE_APPLIED',
      'x.created_at',
      { debit: '-x.amount_minor', credit: '-x.amount_minor' },
      sql`${ofPayments(account, joined('balance_entry'))} and x.cause = 'APPLIED'`,
    )}`;
}

/** What there was of each currency before the period, then its movements in order; no more than `most` of them. */
export const entriesOf = (account: Account, { from, to }: Period, most: number): Sql => sql`
  with e as materialized (${movements(account)})
  select null::text as kind, null::date as "on", null::timestamptz as at, null::text as number, e.currency,
    coalesce(sum(e.debit) filter (where e."on" < ${from}), 0)::bigint as debit,
    coalesce(sum(e.credit) filter (where e."on" < ${from}), 0)::bigint as credit,
    ${NOTHING} as "invoiceId", ${NOTHING} as "creditNoteId", ${NOTHING} as "paymentId"
  from e group by e.currency
  union all (
    select e.kind, e."on", e.at, e.number, e.currency, e.debit, e.credit, e.invoice_id, e.credit_note_id, e.payment_id
    from e where e."on" >= ${from} and e."on" <= coalesce(${to}::date, 'infinity'::date)
    order by e."on", e.at, e.kind, e.id limit ${most})`;

export interface Overdue {
  currency: string;
  total: number;
  days1To30: number;
  days31To60: number;
  days61To90: number;
  over90Days: number;
}

const AGES = { days1To30: [1, 30], days31To60: [31, 60], days61To90: [61, 90] } as const;

/** Of each currency what was open on the last day of what had been due before it. */
export function overdueOf({ customerId, sees }: Account, { to }: Period, now: Date): Sql {
  const on = sql`least(coalesce(${to}::date, 'infinity'::date), (${now}::timestamptz at time zone t.time_zone)::date)`;
  const sum = (between: Sql) => sql`coalesce(sum(o.open) filter (where ${between}), 0)::bigint`;
  const aged = ([first, last]: readonly [number, number]) => sum(sql`o.days between ${first} and ${last}`);
  return sql`
    select o.currency, sum(o.open)::bigint as total, ${aged(AGES.days1To30)} as "days1To30",
      ${aged(AGES.days31To60)} as "days31To60", ${aged(AGES.days61To90)} as "days61To90",
      ${sum(sql`o.days > 90`)} as "over90Days"
    from (select t.currency, d.on - t.due_on as days, t.total_minor
        - (select coalesce(sum(n.total_minor), 0) from billing.credit_note n
            where n.organisation_id = t.organisation_id and n.invoice_id = t.id and n.issued_on <= d.on)
        - (select coalesce(sum(a.amount_minor), 0) from billing.payment_allocation a
            where a.organisation_id = t.organisation_id and a.invoice_id = t.id
              and (a.created_at at time zone t.time_zone)::date <= d.on) as open
      from billing.invoice t cross join lateral (select ${on} as on) d
      where t.customer_id = ${customerId} and t.status = 'ISSUED' and t.due_on < d.on and (${sees.invoice})) o
    where o.open > 0 group by o.currency`;
}
