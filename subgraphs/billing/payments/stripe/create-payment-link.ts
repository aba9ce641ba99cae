import type Stripe from 'stripe';
import { raw, sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { badField, conflict } from '../../../../shared/errors';
import { Money } from '../../../../shared/money';
import type { Context } from '../../../../shared/subgraph/context';
import type { Invoice } from '../../invoices/invoice.entity';
import { invoicesFor } from '../../invoices/invoice.loader';
import { Payment } from '../payment.entity';
import { everyPayment, payments } from '../payment.loader';
import { PaymentMethod } from '../payment-method';
import { nothingYet } from '../receive';
import { chooseShares, lockInvoices } from '../shares';
import { type CreatePaymentLinkInput, type PaymentLink, PaymentPage } from './payment-link.input';
import { PaymentProvider } from './payment-provider';
import { toStripe } from './stripe-amount';
import { isRefusal, stripeOf, unanswered } from './stripe-client';

const payable = invoicesFor('payments:pay');

/** First it is written down that money is asked for, then Stripe is asked, by a key that is the payment’s own. */
export async function createPaymentLink(
  context: Context,
  input: CreatePaymentLinkInput,
): Promise<PaymentLink> {
  const [first] = input.invoiceIds;
  if (!(await context.load(payable, first!))) throw noInvoice();
  const stripe = stripeOf(context);
  const { id } = await context.once(
    { operation: 'createPaymentLink', key: input.idempotencyKey, input },
    async (tx) => ({ id: (await intend(tx, input)).id }),
  );
  const pending = await context.asSystem(context.identity.organisationId!).loadOrFail(everyPayment, id);
  const asked = await ask(context, stripe, pending, input.page).catch((error: unknown) => {
    if (isRefusal(error)) throw conflict(`Stripe refused it: ${error.message}`);
    context.log.warn('Stripe was asked for a payment and did not answer', { error: String(error) });
    throw unanswered();
  });
  await remember(context, id, asked.paymentIntent);
  return {
    payment: await context.loadOrFail(payments, id),
    url: asked.url,
    clientSecret: asked.clientSecret,
  };
}

async function intend(tx: Transaction, { invoiceIds, amount }: CreatePaymentLinkInput): Promise<Payment> {
  const found = await lockInvoices(tx, payable, invoiceIds);
  const first = found.get(invoiceIds[0]!);
  if (!first) throw noInvoice();
  const whole = amount ? Money.from(amount, 'input.amount') : leftOf([...found.values()], first.currency);
  if (whole.minorUnits <= 0) throw badField('input.amount', 'NOT_POSITIVE', 'There is nothing to pay.');
  const { customerId, serviceCentreId } = first;
  const shares = chooseShares(found, {
    customerId,
    serviceCentreId,
    amount: whole,
    invoices: invoiceIds.map((invoiceId) => ({ invoiceId })),
    idPath: (index) => `input.invoiceIds.${index}`,
  });
  if (shares.reduce((sum, { amountMinor }) => sum + amountMinor, 0) < whole.minorUnits)
    throw badField('input.amount', 'ABOVE_BALANCE', 'That is more than is left to pay.');
  toStripe(whole);
  return tx.insert(Payment, {
    ...nothingYet,
    customerId,
    serviceCentreId,
    deposit: false,
    method: PaymentMethod.CARD,
    provider: PaymentProvider.STRIPE,
    intendedFor: invoiceIds,
    disputed: false,
    recordedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
    currency: whole.currency,
    amountMinor: whole.minorUnits,
  });
}

const noInvoice = () => badField('input.invoiceIds.0', 'UNKNOWN', 'There is no such invoice.');

const leftOf = (invoices: readonly Invoice[], currency: string): Money =>
  new Money(
    invoices.reduce((sum, { balanceMinor }) => sum + Math.max(0, balanceMinor), 0),
    currency,
  );

interface Asked {
  url: string | null;
  clientSecret: string | null;
  paymentIntent: string | null;
}

/** What comes back of it says whose it is: it is found by nothing that a browser sends. */
const metadataOf = ({ organisationId, id }: Payment) => ({ organisation: organisationId, payment: id });

async function ask(context: Context, stripe: Stripe, payment: Payment, page: PaymentPage): Promise<Asked> {
  const amount = toStripe(new Money(payment.amountMinor, payment.currency));
  const currency = payment.currency.toLowerCase();
  const metadata = metadataOf(payment);
  const options = { idempotencyKey: `liftbay-payment-${payment.id}` };
  if (page === PaymentPage.EMBEDDED) {
    const intent = await stripe.paymentIntents.create(
      { amount, currency, metadata, automatic_payment_methods: { enabled: true } },
      options,
    );
    return { url: null, clientSecret: intent.client_secret, paymentIntent: intent.id };
  }
  const back = `${context.kernel.environment.linksUrl}/payment?id=${payment.id}`;
  const session = await stripe.checkout.sessions.create(
    {
      mode: 'payment',
      line_items: [
        { quantity: 1, price_data: { currency, unit_amount: amount, product_data: { name: 'Invoice' } } },
      ],
      client_reference_id: payment.id,
      metadata,
      payment_intent_data: { metadata },
      success_url: back,
      cancel_url: back,
    },
    options,
  );
  return { url: session.url, clientSecret: null, paymentIntent: null };
}

async function remember(context: Context, id: string, paymentIntent: string | null): Promise<void> {
  if (!paymentIntent) return;
  await context.transaction((tx) =>
    tx.query(sql`update ${raw('billing.payment')} set provider_id = ${paymentIntent}
      where organisation_id = ${tx.organisationId} and id = ${id} and provider_id is null`),
  );
}
