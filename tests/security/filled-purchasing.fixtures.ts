import { createPart } from '../api/parts.fixtures';
import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { idOf } from './id-of.fixtures';

const PRICE = { amount: '1.00', currency: 'EUR' };
const priceAt = (place: string) => ({ [`${place}.amount`]: '1.00', [`${place}.currency`]: 'EUR' });

/** What commands of this area need that the schema cannot say. */
export const VALUES_OF_PURCHASING: Readonly<Record<string, Record<string, unknown>>> = {
  createPurchaseRequest: { 'input.quantity': '1' },
  createPurchaseOrder: { 'input.lines.quantity': '1', ...priceAt('input.lines.unitPrice') },
  updatePurchaseOrder: { 'input.lines.quantity': '1', ...priceAt('input.lines.unitPrice') },
  createPurchaseOrderFromRequests: priceAt('input.requests.unitPrice'),
  receivePurchaseOrder: { 'input.lines.quantity': '1' },
};

type Fitting = Record<string, Record<string, string>>;

/**
 * A supplier that is archived and one that is not, requests, and an order for each command that moves one. The last one
 * made is on its way.
 */
export async function fillPurchasing(
  graph: TestGraph,
  admin: GraphClient,
  shop: Shop,
  marker: string,
): Promise<Fitting> {
  const locationId = await storeRoom(graph, shop);
  const supplier = (n: number) =>
    idOf(admin, 'createSupplier', 'CreateSupplierInput', {
      name: `Supplier ${n} ${marker}`,
      currency: 'EUR',
      notes: `Notes ${marker}`,
    });
  const [old, supplierId] = [await supplier(1), await supplier(2)];
  await admin.ask('mutation ($id: ID!) { updateSupplier(id: $id, input: { archived: true }) { id } }', {
    id: old,
  });
  const part = async () => (await createPart(admin, { name: `Part ${marker}` })).id;
  const order = async (...moves: ('submit' | 'approve' | 'send')[]) => {
    const id = await idOf(admin, 'createPurchaseOrder', 'CreatePurchaseOrderInput', {
      supplierId,
      locationId,
      notes: `Notes ${marker}`,
      lines: [{ partId: await part(), quantity: '9', unitPrice: PRICE }],
    });
    for (const move of moves) await moveOn(graph, admin, id, move);
    return id;
  };
  const ask = async () =>
    idOf(admin, 'createPurchaseRequest', 'CreatePurchaseRequestInput', {
      partId: await part(),
      locationId,
      quantity: '5',
      note: `Note ${marker}`,
    });
  const [changed, submitted, cancelled] = [await order(), await order(), await order()];
  const [approved, rejected] = [await order('submit'), await order('submit')];
  const sent = await order('submit', 'approve');
  const coming = await order('submit', 'approve', 'send');
  await receiveOne(admin, coming, marker);
  const [dismissed, requested] = [await ask(), await ask()];
  const last = await order('submit', 'approve', 'send');
  return {
    createPurchaseOrder: { 'input.supplierId': supplierId },
    createPurchaseOrderFromRequests: { 'input.requests.requestId': requested },
    dismissPurchaseRequest: { id: dismissed },
    updatePurchaseOrder: { id: changed },
    submitPurchaseOrder: { id: submitted },
    approvePurchaseOrder: { id: approved },
    rejectPurchaseOrder: { id: rejected },
    sendPurchaseOrder: { id: sent },
    closePurchaseOrder: { id: coming },
    receivePurchaseOrder: { id: last, 'input.lines.lineId': (await linesOf(admin, last))[0]! },
    cancelPurchaseOrder: { id: cancelled },
  };
}

async function storeRoom(graph: TestGraph, shop: Shop): Promise<string> {
  const [row] = await graph.sql<{ id: string }>(
    'select id from inventory.stock_location where organisation_id = $1 and service_centre_id = $2',
    [shop.id, shop.centres[0]],
  );
  return row!.id;
}

/** Nobody submitted it, so that the administrator can approve it, alone or not. */
async function moveOn(graph: TestGraph, admin: GraphClient, id: string, move: string): Promise<void> {
  await admin.ask(`mutation ($id: ID!) { ${move}PurchaseOrder(id: $id) { id } }`, { id });
  if (move === 'submit')
    await graph.sql('update inventory.purchase_order set submitted_by_id = null where id = $1', [id]);
}

async function linesOf(admin: GraphClient, id: string): Promise<string[]> {
  const { purchaseOrder } = await admin.ask<{ purchaseOrder: { lines: { id: string }[] } }>(
    'query ($id: ID!) { purchaseOrder(id: $id) { lines { id } } }',
    { id },
  );
  return purchaseOrder.lines.map((line) => line.id);
}

async function receiveOne(admin: GraphClient, id: string, marker: string): Promise<void> {
  const [lineId] = await linesOf(admin, id);
  await admin.ask(
    'mutation ($id: ID!, $input: ReceivePurchaseOrderInput!) { receivePurchaseOrder(id: $id, input: $input) { id } }',
    { id, input: { lines: [{ lineId, quantity: '1' }], notes: `Notes ${marker}`, deliveryNote: marker } },
  );
}
