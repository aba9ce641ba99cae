import { paymentsInvariants } from '../../subgraphs/billing/payments/payments.invariants';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { billingShop, buyer, credit, euro, issued } from './billing.fixtures';
import { money, pay } from './payments.fixtures';

const graph = useGraph({ own: true });

/** Everything happened once: paid, kept, used, credited, given back, voided. */
beforeAll(async () => {
  const shop = await billingShop(graph);
  const client: GraphClient = (await shop.staff('MANAGER')).client;
  const who = await buyer(client);
  const invoice = async () => (await issued(client, {}, who)).id;
  const first = await pay(client, await invoice(), '130.00', { keepRest: true });
  const second = await invoice();
  await money(client, 'applyDeposit', { invoiceId: second, amount: euro('5.00') });
  await credit(client, second);
  await money(client, 'refundPayment', { paymentId: first.id, amount: euro('3.00') });
  const wrong = await pay(client, await invoice(), '10.00');
  await money(client, 'voidPayment', { id: wrong.id });
});

const broken = async (): Promise<string[]> => {
  const names: string[] = [];
  for (const { name, breaches } of paymentsInvariants)
    if ((await graph.sql(breaches)).length) names.push(name);
  return names;
};

it('of what was done by the commands nothing is found', async () => {
  expect(await broken()).toEqual([]);
});

/** What the database itself would refuse is what an audit must find all the same. */
it.each([
  [
    'update billing.invoice set paid_minor = paid_minor + 1 where paid_minor = 200',
    'What is paid of an invoice is the sum of its allocations',
  ],
  [
    'update billing.payment set allocated_minor = allocated_minor - 1 where allocated_minor > 0',
    'What invoices got of a payment is the sum of its allocations',
  ],
  [
    'update billing.payment set kept_minor = kept_minor + 1 where allocated_minor > 0',
    'What is kept of a payment is the sum of its entries in the balance',
  ],
  [
    "update billing.refund set status = 'FAILED'",
    'What was given back of a payment is the sum of its refunds, and never more than was paid',
  ],
  [
    'update billing.receipt set sequence = 9 where sequence = 2',
    'Receipts are numbered without a gap, and each payment that came has one',
  ],
])('%s', async (statement, name) => {
  await graph.sql('begin');
  try {
    await graph.sql("set local session_replication_role = 'replica'");
    await graph.sql('alter table billing.payment drop constraint payment_adds_up');
    await graph.sql(statement);
    expect(await broken()).toEqual([name]);
  } finally {
    await graph.sql('rollback');
  }
});
