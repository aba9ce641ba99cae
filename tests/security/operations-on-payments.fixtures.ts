import { change, command, create, list, near, type Operation, one } from './operation.fixtures';

export const PAYMENT_QUERIES: readonly Operation[] = [
  one('payment', 'payment'),
  list('payments', 'payment'),
  one('receipt', 'receipt'),
  list('receipts', 'receipt'),
  list('overdueInvoices', 'overdueInvoice'),
  {
    name: 'customerStatement',
    kind: 'customer',
    ask: ({ id }) => ({
      query: `query ($id: ID!) { customerStatement(customerId: $id, from: "2020-01-01") {
        customer { id } accounts { currency lines { number } } } }`,
      variables: { id },
    }),
  },
];

const CENT = { method: 'CASH', amount: { amount: '0.01', currency: 'EUR' } };

export const PAYMENTS: readonly Operation[] = [
  command('sendPaymentReminder', 'overdueInvoice', '{ id }', 'invoiceId'),
  create('recordPayment', 'invoice', 'RecordPaymentInput', ({ id }) => ({
    ...CENT,
    invoices: [{ invoiceId: id }],
  })),
  create(
    'createPaymentLink',
    'invoice',
    'CreatePaymentLinkInput',
    ({ id }) => ({ invoiceIds: [id] }),
    '{ url payment { id } }',
  ),
  command('sendReceipt', 'receipt'),
  change('voidPayment', 'payment', 'VoidPaymentInput', { reason: 'Because' }),
  create('refundPayment', 'payment', 'RefundPaymentInput', ({ id }) => ({
    paymentId: id,
    reason: 'Because',
  })),
  create('recordDeposit', 'serviceCentre', 'RecordDepositInput', (target) => ({
    ...CENT,
    serviceCentreId: target.id,
    customerId: near(target, 'customer'),
  })),
  create('recordDeposit for a customer', 'customer', 'RecordDepositInput', (target) => ({
    ...CENT,
    serviceCentreId: target.world.here.centres[0],
    customerId: target.id,
  })),
  create('applyDeposit', 'invoiceWithBalance', 'ApplyDepositInput', ({ id }) => ({ invoiceId: id })),
];
