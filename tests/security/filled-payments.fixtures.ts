import { euro, issued, labour } from '../api/billing.fixtures';
import { makeOverdue, money, pay } from '../api/payments.fixtures';
import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';

const EUR = { 'input.amount.currency': 'EUR', 'input.amount.amount': '0.01' };

/** What commands of this area need that the schema cannot say. */
export const VALUES_OF_PAYMENTS: Readonly<Record<string, Record<string, unknown>>> = {
  recordPayment: { ...EUR, 'input.invoices.amount.currency': 'EUR', 'input.invoices.amount.amount': '0.01' },
  createPaymentLink: EUR,
  recordDeposit: EUR,
  applyDeposit: EUR,
  refundPayment: EUR,
};

interface Payer {
  customerId: string;
  vehicleId: string;
}

/** A payment with words, one that was voided, one of which something was given back, and a deposit. */
export async function fillPayments(
  graph: TestGraph,
  admin: GraphClient,
  shop: Shop,
  marker: string,
  who: Payer,
) {
  const serviceCentreId = shop.centres[0];
  const lines = [labour({ description: `Work ${marker}` })];
  const invoice = async () => (await issued(admin, { serviceCentreId, lines }, who)).id;
  const words = { reference: `Cheque ${marker}`, notes: `Notes ${marker}` };
  const voided = await pay(admin, await invoice(), '10.00', words);
  await money(admin, 'voidPayment', { id: voided.id, reason: `Because ${marker}` });
  const refunded = await pay(admin, await invoice(), '10.00', words);
  const reason = `Because ${marker}`;
  await money(admin, 'refundPayment', { paymentId: refunded.id, amount: euro('1.00'), reason });
  await money(admin, 'recordDeposit', {
    ...words,
    serviceCentreId,
    customerId: who.customerId,
    amount: euro('50.00'),
  });
  const open = await invoice();
  const late = await invoice();
  await makeOverdue(graph, late, 3);
  const reminded = await invoice();
  await makeOverdue(graph, reminded, 3);
  await admin.ask('mutation ($id: ID!) { sendPaymentReminder(invoiceId: $id) { id } }', { id: reminded });
  await graph.sql(
    "insert into billing.provider_event (organisation_id, provider, event_id, taken_at) values ($1, 'STRIPE', $2, now())",
    [shop.id, `evt_${marker}`],
  );
  const last = await pay(admin, await invoice(), '10.00', words);
  return {
    recordPayment: { 'input.invoices.invoiceId': open },
    createPaymentLink: { 'input.invoiceIds': open },
    applyDeposit: { 'input.invoiceId': open },
    recordDeposit: { 'input.customerId': who.customerId, 'input.serviceCentreId': serviceCentreId! },
    refundPayment: { 'input.paymentId': refunded.id },
    voidPayment: { id: last.id },
    sendPaymentReminder: { invoiceId: late },
  };
}
