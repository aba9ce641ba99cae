import { randomBytes } from 'node:crypto';
import { adjust, key } from '../api/stock.fixtures';
import { doTo, request } from '../api/stock-transfers.fixtures';
import { idOf } from './id-of.fixtures';
import type { Host, Maker } from './records.fixtures';

/** Kinds of what the parts of a shop are made of. Nobody has any of their own. */
export const STOCK_KINDS = [
  'part',
  'van',
  'stockLevel',
  'stockMovement',
  'transfer',
  'approvedTransfer',
  'shippedTransfer',
  'stocktake',
] as const;
type StockKind = (typeof STOCK_KINDS)[number];

const barcodes = new Map<string, string>();
export const barcodeOf = (partId: string): string => barcodes.get(partId)!;

async function makePart({ client }: Host): Promise<string> {
  const code = randomBytes(6).toString('hex');
  const input = { sku: code, name: 'Part', barcode: code, reorderPoint: '100' };
  const id = await idOf(client, 'createPart', 'CreatePartInput', input);
  barcodes.set(id, code);
  return id;
}

const makeVan = ({ client, centre }: Host): Promise<string> =>
  idOf(client, 'createStockLocation', 'CreateStockLocationInput', {
    name: 'Van',
    kind: 'VAN',
    serviceCentreId: centre,
  });

/** Ten of a part in a van: few enough to be low. */
async function fillVan(host: Host) {
  const place = { partId: await makePart(host), locationId: await makeVan(host) };
  const { level, movement } = await adjust(host.client, place, '10');
  return { place, level, movement };
}

async function makeTransfer(host: Host): Promise<string> {
  const { partId, locationId } = (await fillVan(host)).place;
  const { id } = await request(host.client, locationId, await makeVan(host), [{ partId, quantity: '4' }]);
  return id;
}

async function makeStocktake(host: Host): Promise<string> {
  const { partId, locationId } = (await fillVan(host)).place;
  const stocktakeId = await idOf(host.client, 'startStocktake', 'StartStocktakeInput', { locationId });
  const input = { stocktakeId, counts: [{ partId, quantity: '9' }], idempotencyKey: key() };
  return idOf(host.client, 'recordStocktakeCount', 'RecordStocktakeCountInput', input);
}

const MAKE: Readonly<Record<StockKind, (host: Host) => Promise<string>>> = {
  part: makePart,
  van: makeVan,
  stockLevel: async (host) => (await fillVan(host)).level.id,
  stockMovement: async (host) => (await fillVan(host)).movement.id,
  transfer: makeTransfer,
  async approvedTransfer(host) {
    return (await doTo(host.client, 'approve', await makeTransfer(host))).id;
  },
  async shippedTransfer(host) {
    const id = (await doTo(host.client, 'approve', await makeTransfer(host))).id;
    return (await doTo(host.client, 'ship', id)).id;
  },
  stocktake: makeStocktake,
};

/** Parts are the organisation’s, and of no centre. */
export const stockMakers = () =>
  Object.fromEntries(
    STOCK_KINDS.map((kind): [StockKind, Maker] => [
      kind,
      async (_, host, owner, place) =>
        owner || (kind === 'part' && place === 'otherCentre') ? null : MAKE[kind](host),
    ]),
  ) as Record<StockKind, Maker>;
