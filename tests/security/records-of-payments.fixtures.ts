import { euro } from '../api/billing.fixtures';
import { makeOverdue, money, pay } from '../api/payments.fixtures';
import type { Maker } from './records.fixtures';

export const PAYMENT_KINDS = ['payment', 'receipt', 'invoiceWithBalance', 'overdueInvoice'] as const;

type Others = () => Record<'invoice', Maker>;

/** Of a customer’s invoice, or taken by a technician for work of theirs. */
const payment =
  (others: Others, what: 'payment' | 'receipt'): Maker =>
  async (world, host, owner, place) => {
    const invoiceId = await others().invoice(world, host, owner, place);
    if (!invoiceId) return null;
    const taker = owner?.role === 'TECHNICIAN' ? owner.client : host.client;
    const paid = await pay(taker, invoiceId, '1.00');
    return what === 'payment' ? paid.id : paid.receipt!.id;
  };

const invoiceWithBalance =
  (others: Others): Maker =>
  async (world, host, owner, place) => {
    const id = await others().invoice(world, host, owner, place);
    if (!id) return null;
    const { invoice } = await host.client.ask<{ invoice: { customer: { id: string } } }>(
      'query ($id: ID!) { invoice(id: $id) { customer { id } } }',
      { id },
    );
    await money(host.client, 'recordDeposit', {
      customerId: invoice.customer.id,
      serviceCentreId: host.centre,
      amount: euro('1.00'),
    });
    return id;
  };

const overdueInvoice =
  (others: Others): Maker =>
  async (world, host, owner, place) => {
    const id = await others().invoice(world, host, owner, place);
    if (id) await makeOverdue(world.graph, id, 3);
    return id;
  };

export const paymentMakers = (others: Others) => ({
  payment: payment(others, 'payment'),
  receipt: payment(others, 'receipt'),
  invoiceWithBalance: invoiceWithBalance(others),
  overdueInvoice: overdueInvoice(others),
});
