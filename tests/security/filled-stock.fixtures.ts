import { adjust, key, storeOf } from '../api/stock.fixtures';
import { doTo, type Move, request } from '../api/stock-transfers.fixtures';
import type { GraphClient } from '../harness/client';
import type { Shop } from '../harness/shop';
import { idOf } from './id-of.fixtures';

/** What commands of this area need that the schema cannot say; each call with a key of its own. */
export const valuesOfStock = (field: string, marker: string): Record<string, unknown> =>
  ({
    partByBarcode: { barcode: marker },
    adjustStock: { 'input.quantity': '1', 'input.reason': 'FOUND', 'input.idempotencyKey': key() },
    createStockLocation: { 'input.kind': 'VAN' },
    requestTransfer: { 'input.lines.quantity': '1' },
    shipTransfer: { 'input.lines.quantity': '1', 'input.idempotencyKey': key() },
    receiveTransfer: { 'input.lines.quantity': '1', 'input.idempotencyKey': key() },
    recordStocktakeCount: { 'input.counts.quantity': '1', 'input.idempotencyKey': key() },
  })[field] ?? {};

/** Of what the ids are that do not say it themselves. */
export const MEANT_OF_STOCK: Readonly<Record<string, string>> = {
  location: 'stock_location',
  from_location: 'stock_location',
  to_location: 'stock_location',
  replaced_by: 'part',
  ...Object.fromEntries(
    ['approve', 'reject', 'cancel', 'ship', 'receive'].map((verb) => [`${verb}_transfer`, 'stock_transfer']),
  ),
};

type Fitting = Record<string, Record<string, string>>;

/** Parts, two vans of them, transfers and stocktakes in each state that a command wants; ids that go together. */
export async function fillStock(admin: GraphClient, shop: Shop, marker: string): Promise<Fitting> {
  const [old, part] = [await makePart(admin, `Old ${marker}`), await makePart(admin, marker)];
  await admin.ask(
    'mutation ($id: ID!, $to: ID!) { discontinuePart(id: $id, input: { replacedById: $to }) { id } }',
    {
      id: old,
      to: part,
    },
  );
  const store = await storeOf(shop);
  const van = () =>
    idOf(admin, 'createStockLocation', 'CreateStockLocationInput', {
      name: `Van ${marker}`,
      kind: 'VAN',
      serviceCentreId: shop.centres[0],
    });
  const [full, empty] = [await van(), await van()];
  await adjust(admin, { partId: part, locationId: full }, '50', { reason: 'OTHER', note: `Note ${marker}` });
  const transfer = async (...moves: Move[]) => {
    const lines = [{ partId: part, quantity: '2' }];
    const { id } = await request(admin, full, store, lines, { note: `Note ${marker}` });
    for (const move of moves) await doTo(admin, move, id);
    return id;
  };
  const stocktake = async () => {
    const locationId = await van();
    await adjust(admin, { partId: part, locationId }, '1', { reason: 'OTHER', note: `Note ${marker}` });
    const input = { locationId, note: `Note ${marker}` };
    const stocktakeId = await idOf(admin, 'startStocktake', 'StartStocktakeInput', input);
    const counts = [{ partId: part, quantity: '1' }];
    const counted = { stocktakeId, counts, idempotencyKey: key() };
    return idOf(admin, 'recordStocktakeCount', 'RecordStocktakeCountInput', counted);
  };
  return {
    discontinuePart: { id: old, 'input.replacedById': part },
    updatePart: { id: part },
    adjustStock: { 'input.partId': part, 'input.locationId': full },
    updateStockLevel: { 'input.partId': part, 'input.locationId': full },
    createStockLocation: { 'input.serviceCentreId': shop.centres[0]! },
    updateStockLocation: { id: empty, 'input.serviceCentreId': shop.centres[1]! },
    requestTransfer: {
      'input.fromLocationId': full,
      'input.toLocationId': store,
      'input.lines.partId': part,
    },
    rejectTransfer: { id: await transfer() },
    cancelTransfer: { id: await transfer() },
    receiveTransfer: { id: await transfer('approve', 'ship'), 'input.lines.partId': part },
    shipTransfer: { id: await transfer('approve'), 'input.lines.partId': part },
    approveTransfer: { id: await transfer() },
    cancelStocktake: { id: await stocktake() },
    postStocktake: { id: await stocktake() },
    recordStocktakeCount: { 'input.stocktakeId': await stocktake(), 'input.counts.partId': part },
    startStocktake: { 'input.locationId': full },
  };
}

const makePart = (admin: GraphClient, sku: string): Promise<string> =>
  idOf(admin, 'createPart', 'CreatePartInput', {
    sku,
    name: `Part ${sku}`,
    barcode: sku,
    brand: `Brand ${sku}`,
    reorderPoint: '1000',
    fitments: [{ make: `Make ${sku}` }],
  });
