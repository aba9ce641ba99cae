import { change, command, create, list, near, type Operation, one } from './operation.fixtures';
import type { Kind } from './records.fixtures';

export const PURCHASING_QUERIES: readonly Operation[] = [
  one('supplier', 'supplier'),
  list('suppliers', 'supplier'),
  list('purchaseRequests', 'purchaseRequest'),
  one('purchaseOrder', 'draftOrder'),
  list('purchaseOrders', 'draftOrder'),
];

const price = { amount: '1.00', currency: 'EUR' };

/** An order of something near, but for what is tried. */
const ordering = (name: string, kind: Kind, place: 'supplierId' | 'locationId' | 'partId'): Operation =>
  create(name, kind, 'CreatePurchaseOrderInput', (target) => {
    const tried = { [place]: target.id };
    const { partId = near(target, 'orderedPart'), ...rest } = tried;
    return {
      supplierId: near(target, 'supplier'),
      locationId: near(target, 'stockLocation'),
      ...rest,
      lines: [{ partId, quantity: '1', unitPrice: price }],
    };
  });

const withReason = (field: string, kind: Kind): Operation => ({
  name: field,
  kind,
  ask: ({ id }) => ({
    query: `mutation ($id: ID!) { ${field}(id: $id, reason: "Because") { id } }`,
    variables: { id },
  }),
});

const requesting = (name: string, kind: Kind, place: 'locationId' | 'partId'): Operation =>
  create(name, kind, 'CreatePurchaseRequestInput', (target) => ({
    partId: near(target, 'orderedPart'),
    locationId: near(target, 'stockLocation'),
    quantity: '1',
    [place]: target.id,
  }));

export const PURCHASING: readonly Operation[] = [
  create('createSupplier', 'nothing', 'CreateSupplierInput', () => ({ name: 'New', currency: 'EUR' })),
  change('updateSupplier', 'supplier', 'UpdateSupplierInput', { leadTimeDays: 7 }),
  requesting('createPurchaseRequest', 'stockLocation', 'locationId'),
  requesting('createPurchaseRequest of a part', 'orderedPart', 'partId'),
  withReason('dismissPurchaseRequest', 'purchaseRequest'),
  create('createPurchaseOrderFromRequests', 'purchaseRequest', 'OrderRequestsInput', (target) => ({
    requests: [{ requestId: target.id, supplierId: near(target, 'supplier'), unitPrice: price }],
  })),
  ordering('createPurchaseOrder', 'stockLocation', 'locationId'),
  ordering('createPurchaseOrder from a supplier', 'supplier', 'supplierId'),
  ordering('createPurchaseOrder of a part', 'orderedPart', 'partId'),
  change('updatePurchaseOrder', 'draftOrder', 'UpdatePurchaseOrderInput', { notes: 'Changed' }),
  command('submitPurchaseOrder', 'draftOrder'),
  command('approvePurchaseOrder', 'pendingOrder'),
  withReason('rejectPurchaseOrder', 'pendingOrder'),
  command('sendPurchaseOrder', 'approvedOrder'),
  {
    name: 'receivePurchaseOrder',
    kind: 'sentOrder',
    async ask({ id, world }) {
      const [line] = await world.graph.sql<{ id: string }>(
        'select id from inventory.purchase_order_line where purchase_order_id = $1',
        [id],
      );
      return {
        query: `mutation ($id: ID!, $input: ReceivePurchaseOrderInput!) {
          receivePurchaseOrder(id: $id, input: $input) { id } }`,
        variables: { id, input: { lines: [{ lineId: line!.id, quantity: '1' }] } },
      };
    },
  },
  withReason('closePurchaseOrder', 'comingOrder'),
  withReason('cancelPurchaseOrder', 'draftOrder'),
];
