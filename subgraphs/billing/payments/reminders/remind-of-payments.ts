import type { ClockworkItem } from '../../../../shared/clockwork/clockwork';
import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import type { Context } from '../../../../shared/subgraph/context';
import { inPaymentStatus, PaymentStatus } from '../../invoices/payment-status';
import { emitReminder } from './emit-reminder';

const BATCH = 200;
/** After a longer stop nobody is written to of a day that is long gone: lists show it. */
const MOST_LATE_DAYS = 14;

/** Every morning: who is to be reminded of an invoice by the organisation’s schedule. Each step once. */
export const remindOfPayments: ClockworkItem = {
  name: 'billing.remind-of-payments',
  at: { daily: '09:00' },
  async run(context: Context): Promise<void> {
    const { organisation } = await context.peers.ask<{ organisation: { paymentReminderDays: number[] } }>(
      'customer',
      'query { organisation { paymentReminderDays } }',
      {},
    );
    const steps = organisation.paymentReminderDays;
    let reminded: number;
    do reminded = await context.transaction((tx) => remindSome(tx, steps));
    while (reminded === BATCH);
  },
};

interface Reminded {
  id: string;
  customerId: string;
  serviceCentreId: string;
}

/** Of the steps that an invoice has reached only the last: the mark of it is made once, whoever makes it. */
async function remindSome(tx: Transaction, steps: readonly number[]): Promise<number> {
  const reminded = await tx.query<Reminded>(sql`
    with late as (
      select t.organisation_id, t.id, s.step
      from billing.invoice t
      cross join lateral (select (${tx.now}::timestamptz at time zone t.time_zone)::date - t.due_on as days) d
      cross join lateral (select max(step) as step from unnest(${[...steps]}::int[]) as step where step <= d.days) s
      where t.organisation_id = ${tx.organisationId} and ${inPaymentStatus(PaymentStatus.OVERDUE, tx.now)}
        and s.step is not null and d.days <= s.step + ${MOST_LATE_DAYS}
        and not exists (select from billing.payment_reminder r where r.organisation_id = t.organisation_id
          and r.invoice_id = t.id and r.step_days >= s.step)
      order by t.due_on, t.id limit ${BATCH}),
    marked as (
      insert into billing.payment_reminder (organisation_id, id, version, created_at, updated_at, invoice_id, step_days)
      select organisation_id, gen_random_uuid(), 1, ${tx.now}, ${tx.now}, id, step from late
      on conflict do nothing returning organisation_id, invoice_id)
    select i.id, i.customer_id as "customerId", i.service_centre_id as "serviceCentreId"
    from marked m join billing.invoice i on i.organisation_id = m.organisation_id and i.id = m.invoice_id`);
  for (const invoice of reminded) emitReminder(tx, invoice);
  return reminded.length;
}
