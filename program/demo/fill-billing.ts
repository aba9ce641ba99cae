import type { DemoGraph } from './demo-graph';
import { SERVICE_ITEMS } from './material';

interface Buyer {
  customerId: string;
  vehicleId: string;
}

/** How far each of the first customers' papers have come. */
const QUOTATIONS = ['DRAFT', 'APPROVED', 'SENT', 'ACCEPTED', 'SENT'] as const;
const INVOICES = ['ISSUED', 'DRAFT', 'ISSUED', 'ISSUED', 'DRAFT'] as const;

/** Papers of a few customers: offers at every stage, drafts, invoices, a credit note. Again: the same. */
export async function fillBilling(graph: DemoGraph, centre: string): Promise<void> {
  const buyers = await someBuyers(graph, Math.max(QUOTATIONS.length, INVOICES.length));
  for (const [n, buyer] of buyers.entries()) {
    await quote(graph, centre, buyer, n);
    await bill(graph, centre, buyer, n);
  }
}

async function someBuyers(graph: DemoGraph, many: number): Promise<Buyer[]> {
  const { vehicles } = await graph.ask<{
    vehicles: { nodes: { id: string; owner: { id: string } | null }[] };
  }>('vehicle', '{ vehicles(orderBy: OLDEST, first: 100) { nodes { id owner { id } } } }');
  const owners = vehicles.nodes.flatMap(({ id, owner }) =>
    owner ? [{ customerId: owner.id, vehicleId: id }] : [],
  );
  return owners.slice(0, many);
}

/** One or two of what the shop offers, at its price. */
const linesFor = (n: number) =>
  [n, n + 2].slice(0, 1 + (n % 2)).map((item) => {
    const [code, description, , amount] = SERVICE_ITEMS[item % SERVICE_ITEMS.length]!;
    return { type: 'SERVICE', code, description, quantity: '1', unitPrice: { amount, currency: 'EUR' } };
  });

const NEXT: Readonly<Record<string, string>> = {
  DRAFT: 'approveQuotation',
  APPROVED: 'sendQuotation',
  SENT: 'acceptQuotation',
};

async function quote(graph: DemoGraph, serviceCentreId: string, buyer: Buyer, n: number): Promise<void> {
  const id = await graph.create('billing', 'Quotation', {
    ...buyer,
    serviceCentreId,
    lines: linesFor(n),
    ...(n === 2 ? { discountPercent: '10' } : {}),
    idempotencyKey: `demo-quotation-${n}`,
  });
  const status = async () =>
    (
      await graph.ask<{ quotation: { status: string } }>(
        'billing',
        'query ($id: ID!) { quotation(id: $id) { status } }',
        {
          id,
        },
      )
    ).quotation.status;
  for (let now = await status(); now !== QUOTATIONS[n]; now = await status())
    await graph.ask('billing', `mutation ($id: ID!) { ${NEXT[now]}(id: $id) { id } }`, { id });
}

async function bill(graph: DemoGraph, serviceCentreId: string, buyer: Buyer, n: number): Promise<void> {
  const id = await graph.create('billing', 'Invoice', {
    ...buyer,
    serviceCentreId,
    lines: linesFor(n + 1),
    idempotencyKey: `demo-invoice-${n}`,
  });
  if (INVOICES[n] !== 'ISSUED') return;
  await graph.ask(
    'billing',
    'mutation ($id: ID!, $key: String!) { issueInvoice(id: $id, idempotencyKey: $key) { id } }',
    {
      id,
      key: `demo-issue-${n}`,
    },
  );
  if (n !== INVOICES.lastIndexOf('ISSUED')) return;
  await graph.ask(
    'billing',
    'mutation ($id: ID!, $input: CreditInvoiceInput!) { creditInvoice(invoiceId: $id, input: $input) { id } }',
    { id, input: { reason: 'Billed twice.', idempotencyKey: 'demo-credit-note' } },
  );
}
