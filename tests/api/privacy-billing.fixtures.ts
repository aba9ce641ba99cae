import type { TestGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { credit, draft, euro, issue, labour, ratesEntered } from './billing.fixtures';
import { money, pay } from './payments.fixtures';
import type { Spoken } from './privacy.fixtures';
import { quotedTo, take } from './quotations.fixtures';

/** What they were offered and rejected, a draft with words about them, and an invoice of which something was credited. */
export async function bill(
  graph: TestGraph,
  shop: Shop,
  { customerId, vehicleId, marker }: Spoken,
): Promise<void> {
  await ratesEntered(graph, shop);
  const { client } = shop.admin;
  const who = { customerId, vehicleId };
  const serviceCentreId = shop.centres[0];
  const words = {
    serviceCentreId,
    notes: `${marker} asked for it`,
    lines: [labour({ description: `As ${marker} wished`, code: marker })],
  };
  const { id: quotation } = await quotedTo(client, 'SENT', words, who);
  await take(client, 'reject', { id: quotation, reason: `${marker} finds it dear` });
  const { id: unissued } = await draft(client, { ...words, reference: `Order of ${marker}` }, who);
  await client.ask('mutation ($id: ID!, $why: String!) { cancelInvoice(id: $id, reason: $why) { id } }', {
    id: unissued,
    why: `${marker} went elsewhere`,
  });
  await draft(client, words, who);
  const { id, lines } = await draft(client, words, who);
  await client.ask(
    `mutation ($id: ID!, $lineId: ID!) { updateInvoice(id: $id, input: { notes: null }) { id }
       updateInvoiceLine(id: $id, lineId: $lineId, input: { description: "Work", code: null }) { id } }`,
    { id, lineId: lines[0]!.id },
  );
  await issue(client, id);
  await credit(client, id, { lines: [{ invoiceLineId: lines[0]!.id, quantity: '1' }] });
  const said = { reference: `Cheque of ${marker}`, notes: `${marker} paid` };
  const paid = await pay(client, id, '10.00', said);
  await money(client, 'refundPayment', {
    paymentId: paid.id,
    amount: euro('1.00'),
    reason: `${marker} paid too much`,
  });
  const wrong = await pay(client, id, '5.00', said);
  await money(client, 'voidPayment', { id: wrong.id, reason: `${marker} paid elsewhere` });
}
