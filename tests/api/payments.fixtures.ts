import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { euro } from './billing.fixtures';

const M = '{ amount currency }';

export interface Paid {
  id: string;
  version: number;
  status: string;
  amount: { amount: string };
  amountKept: { amount: string };
  amountRefunded: { amount: string };
  receipt: { id: string; number: string } | null;
}

export const PAID = `id version status amount ${M} amountKept ${M} amountRefunded ${M} receipt { id number }`;

const COMMANDS = {
  recordPayment: `mutation ($input: RecordPaymentInput!) { recordPayment(input: $input) { ${PAID} } }`,
  recordDeposit: `mutation ($input: RecordDepositInput!) { recordDeposit(input: $input) { ${PAID} } }`,
  refundPayment: `mutation ($input: RefundPaymentInput!) { refundPayment(input: $input) { ${PAID} } }`,
  voidPayment: `mutation ($id: ID!, $input: VoidPaymentInput!) { voidPayment(id: $id, input: $input) { ${PAID} } }`,
  applyDeposit: `mutation ($input: ApplyDepositInput!) { applyDeposit(input: $input) { id } }`,
} as const;

type Command = keyof typeof COMMANDS;
type Variables = Record<string, unknown>;

const variablesOf: Record<Command, (input: Variables) => Variables> = {
  recordPayment: (input) => ({ input: { method: 'CASH', ...input } }),
  recordDeposit: (input) => ({ input: { method: 'CASH', ...input } }),
  refundPayment: (input) => ({ input: { reason: 'Not needed', ...input } }),
  voidPayment: ({ id, ...input }) => ({ id, input: { reason: 'Typed wrong', ...input } }),
  applyDeposit: (input) => ({ input }),
};

export const sendMoney = (client: GraphClient, command: Command, input: Variables) =>
  client.send<Record<Command, Paid> | null>(COMMANDS[command], variablesOf[command](input));

export async function money(client: GraphClient, command: Command, input: Variables): Promise<Paid> {
  const data = await client.ask<Record<Command, Paid>>(COMMANDS[command], variablesOf[command](input));
  return data[command];
}

/** Cash for one invoice. */
export const pay = (client: GraphClient, invoiceId: string, amount: string, more: Variables = {}) =>
  money(client, 'recordPayment', { amount: euro(amount), invoices: [{ invoiceId }], ...more });

export const settled = async (client: GraphClient, id: string) => {
  const { invoice } = await client.ask<{
    invoice: { amountPaid: { amount: string }; balance: { amount: string }; paymentStatus: string };
  }>(`query ($id: ID!) { invoice(id: $id) { amountPaid ${M} balance ${M} paymentStatus } }`, { id });
  return [invoice.amountPaid.amount, invoice.balance.amount, invoice.paymentStatus];
};

export const balanceOf = async (client: GraphClient, id: string): Promise<string[] | undefined> => {
  const { customer } = await client.ask<{ customer: { balance: { amount: string }[] | null } }>(
    `query ($id: ID!) { customer(id: $id) { balance ${M} } }`,
    { id },
  );
  return customer.balance?.map(({ amount }) => amount);
};

/** What does not add up in what is kept of an organisation’s money: nothing, always. */
export async function adrift(graph: TestGraph, organisationId: string): Promise<unknown[]> {
  return graph.sql(
    `select 'invoice' as what, i.id from billing.invoice i where i.organisation_id = $1 and i.paid_minor <>
       (select coalesce(sum(a.amount_minor), 0) from billing.payment_allocation a
        where a.organisation_id = $1 and a.invoice_id = i.id)
     union all
     select 'payment', p.id from billing.payment p where p.organisation_id = $1 and (
       p.allocated_minor <> (select coalesce(sum(a.amount_minor), 0) from billing.payment_allocation a
         where a.organisation_id = $1 and a.payment_id = p.id)
       or p.kept_minor <> (select coalesce(sum(b.amount_minor), 0) from billing.balance_entry b
         where b.organisation_id = $1 and b.payment_id = p.id)
       or p.status <> 'VOIDED' and p.refunded_minor <> (select coalesce(sum(r.amount_minor), 0) from billing.refund r
         where r.organisation_id = $1 and r.payment_id = p.id and r.status <> 'FAILED'))
     union all
     select 'receipts', r.service_centre_id from billing.receipt r where r.organisation_id = $1
     group by r.service_centre_id having max(r.sequence) <> count(*)`,
    [organisationId],
  );
}

/** Due so many days ago, past the trigger that keeps what was issued. */
export async function makeOverdue(graph: TestGraph, invoiceId: string, days: number): Promise<void> {
  await graph.sql("set session_replication_role = 'replica'");
  await graph.sql(
    `update billing.invoice set issued_on = (now() at time zone time_zone)::date - $2::int - 1,
       due_on = (now() at time zone time_zone)::date - $2::int where id = $1`,
    [invoiceId, days],
  );
  await graph.sql("set session_replication_role = 'origin'");
}
