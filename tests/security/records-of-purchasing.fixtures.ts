import { randomBytes } from 'node:crypto';
import { createPart } from '../api/parts.fixtures';
import type { GraphClient } from '../harness/client';
import { idOf } from './id-of.fixtures';
import type { Host, Maker } from './records.fixtures';

export const PURCHASING_KINDS = [
  'supplier',
  'orderedPart',
  'purchaseRequest',
  'draftOrder',
  'pendingOrder',
  'approvedOrder',
  'sentOrder',
  'comingOrder',
] as const;

type PurchasingKind = (typeof PURCHASING_KINDS)[number];

const isElsewhere = (place: string): boolean => place === 'otherCentre' || place === 'own';

const makeSupplier = ({ client }: Pick<Host, 'client'>): Promise<string> =>
  idOf(client, 'createSupplier', 'CreateSupplierInput', {
    name: randomBytes(6).toString('hex'),
    currency: 'EUR',
  });

const command = (client: GraphClient, field: string, id: string, more = ''): Promise<unknown> =>
  client.ask(`mutation ($id: ID!) { ${field}(id: $id${more}) { id } }`, { id });

/** An order of four, taken so far. Nobody submitted it, so that everybody who may can approve it. */
const order =
  (location: () => Maker, ...moves: ('submit' | 'approve' | 'send' | 'receive')[]): Maker =>
  async (world, host, owner, place) => {
    if (owner) return null;
    const { client } = host;
    const part = await createPart(client);
    const id = await idOf(client, 'createPurchaseOrder', 'CreatePurchaseOrderInput', {
      supplierId: await makeSupplier(host),
      locationId: await location()(world, host, null, place),
      lines: [{ partId: part.id, quantity: '4', unitPrice: { amount: '1.00', currency: 'EUR' } }],
    });
    for (const move of moves) {
      if (move === 'receive') await receiveOne(client, id);
      else await command(client, `${move}PurchaseOrder`, id);
      if (move === 'submit')
        await world.graph.sql('update inventory.purchase_order set submitted_by_id = null where id = $1', [
          id,
        ]);
    }
    return id;
  };

async function receiveOne(client: GraphClient, id: string): Promise<void> {
  const { purchaseOrder } = await client.ask<{ purchaseOrder: { lines: { id: string }[] } }>(
    'query ($id: ID!) { purchaseOrder(id: $id) { lines { id } } }',
    { id },
  );
  await client.ask(
    'mutation ($id: ID!, $input: ReceivePurchaseOrderInput!) { receivePurchaseOrder(id: $id, input: $input) { id } }',
    { id, input: { lines: [{ lineId: purchaseOrder.lines[0]!.id, quantity: '1' }] } },
  );
}

/** Of a technician who asked for it; nobody else has requests of their own. */
const purchaseRequest =
  (location: () => Maker): Maker =>
  async (world, host, owner, place) => {
    if (owner && owner.role !== 'TECHNICIAN') return null;
    const part = await createPart(host.client);
    return idOf(owner?.client ?? host.client, 'createPurchaseRequest', 'CreatePurchaseRequestInput', {
      partId: part.id,
      locationId: await location()(world, host, null, place),
      quantity: '4',
    });
  };

/** `location` makes the store room of a service centre. */
export const purchasingMakers = (location: () => Maker): Record<PurchasingKind, Maker> => ({
  supplier: async (_, host, __, place) => (isElsewhere(place) ? null : makeSupplier(host)),
  orderedPart: async (_, { client }, __, place) =>
    isElsewhere(place) ? null : (await createPart(client)).id,
  purchaseRequest: purchaseRequest(location),
  draftOrder: order(location),
  pendingOrder: order(location, 'submit'),
  approvedOrder: order(location, 'submit', 'approve'),
  sentOrder: order(location, 'submit', 'approve', 'send'),
  comingOrder: order(location, 'submit', 'approve', 'send', 'receive'),
});
