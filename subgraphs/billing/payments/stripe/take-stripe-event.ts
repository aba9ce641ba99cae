import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import type { Context } from '../../../../shared/subgraph/context';
import { invoices } from '../../invoices/invoice.loader';
import { Payment } from '../payment.entity';
import { PaymentState } from '../payment.lifecycle';
import { everyPayment } from '../payment.loader';
import { partiesOf } from '../record-payment';
import { settle } from './settle';
import { stripeOf } from './stripe-client';
import { truthOf } from './stripe-truth';

/** What the gateway found in an event that Stripe has signed. */
export interface StripeEvent {
  eventId: string;
  paymentIntent: string | null;
  /** A page on which nobody paid in time. */
  expired: { organisationId: string; paymentId: string } | null;
}

export async function takeStripeEvent(context: Context, event: StripeEvent): Promise<void> {
  if (event.expired)
    return giveUp(context.asSystem(event.expired.organisationId), event, event.expired.paymentId);
  if (!event.paymentIntent) return;
  const truth = await truthOf(stripeOf(context), event.paymentIntent);
  if (!truth) return;
  const system = context.asSystem(truth.organisationId);
  const intended = await system.load(everyPayment, truth.paymentId);
  const invoice = intended && (await system.load(invoices, intended.intendedFor[0]!));
  if (!invoice) return;
  const parties = await partiesOf(system, invoice);
  await system.transaction(async (tx) => {
    if (await isNew(tx, event.eventId)) await settle(tx, truth, parties);
  });
}

/** The second of two waits for the first, and then finds it written. */
async function isNew(tx: Transaction, eventId: string): Promise<boolean> {
  const rows = await tx.query(
    sql`insert into billing.provider_event (organisation_id, provider, event_id, taken_at)
        values (${tx.organisationId}, 'STRIPE', ${eventId}, ${tx.now}) on conflict do nothing returning event_id`,
  );
  return rows.length > 0;
}

async function giveUp(system: Context, { eventId }: StripeEvent, paymentId: string): Promise<void> {
  if (!(await system.load(everyPayment, paymentId))) return;
  await system.transaction(async (tx) => {
    if (!(await isNew(tx, eventId))) return;
    const payment = await tx.lock(everyPayment, paymentId);
    if (payment.status === PaymentState.PENDING)
      await tx.update(Payment, payment, { status: PaymentState.FAILED }, 'expire');
  });
}
