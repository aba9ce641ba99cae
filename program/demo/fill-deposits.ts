import type { DemoGraph } from './demo-graph';
import { euro } from './material';

interface Found {
  payments: { nodes: { id: string; customer: { id: string } | null }[] };
}

/** Money that was paid ahead, and some that was given back. Again: the same. */
export async function fillDeposits(graph: DemoGraph, serviceCentreId: string): Promise<void> {
  const { payments } = await graph.ask<Found>(
    'billing',
    `query ($filter: PaymentFilter!) {
      payments(filter: $filter, first: 50) { nodes { id customer { id } } } }`,
    { filter: { serviceCentreId, method: 'CASH', deposit: false } },
  );
  const known = payments.nodes.filter(({ customer }) => customer);
  await graph.ask(
    'billing',
    'mutation ($input: RecordDepositInput!) { recordDeposit(input: $input) { id } }',
    {
      input: {
        customerId: known[0]!.customer!.id,
        serviceCentreId,
        amount: euro('300.00'),
        method: 'BANK_TRANSFER',
        reference: 'For the new gearbox',
        idempotencyKey: 'demo-deposit',
      },
    },
  );
  await graph.ask(
    'billing',
    'mutation ($input: RefundPaymentInput!) { refundPayment(input: $input) { id } }',
    {
      input: {
        paymentId: known[1]!.id,
        amount: euro('10.00'),
        reason: 'The valve caps were not fitted.',
        idempotencyKey: 'demo-refund',
      },
    },
  );
}
