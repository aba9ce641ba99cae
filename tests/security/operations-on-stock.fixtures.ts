import {
  change,
  command,
  create,
  list,
  near,
  type Operation,
  one,
  type Target,
  unique,
} from './operation.fixtures';
import type { Kind } from './records.fixtures';
import { barcodeOf } from './records-of-stock.fixtures';

export const STOCK_QUERIES: readonly Operation[] = [
  one('part', 'part'),
  list('parts', 'part'),
  {
    name: 'partByBarcode',
    kind: 'part',
    ask: ({ id }) => ({
      query: 'query ($barcode: String!) { partByBarcode(barcode: $barcode) { id } }',
      variables: { barcode: barcodeOf(id) },
    }),
  },
  list('stockLocations', 'stockLocation'),
  list('stockLevels', 'stockLevel'),
  list('lowStock', 'stockLevel'),
  list('stockMovements', 'stockMovement'),
  one('transfer', 'transfer'),
  list('transfers', 'transfer'),
  one('stocktake', 'stocktake'),
  list('stocktakes', 'stocktake'),
];

/** Something of the shop’s that is in the place, or could be. */
const part = (target: Target): string => near(target, 'part');

const closing = (field: string, kind: Kind): Operation => ({
  name: field,
  kind,
  ask: ({ id }) => ({
    query: `mutation ($id: ID!) { ${field}(id: $id, reason: "Because") { id } }`,
    variables: { id },
  }),
});

/** The end that is not the caller’s says so with the id: that is bad input. */
const moving = (field: string, kind: Kind, type: string): Operation => ({
  name: field,
  kind,
  ask: ({ id }) => ({
    query: `mutation ($id: ID!, $input: ${type}!) { ${field}(id: $id, input: $input) { id } }`,
    variables: { id, input: { idempotencyKey: unique() } },
  }),
});

const PARTS: readonly Operation[] = [
  create('createPart', 'nothing', 'CreatePartInput', () => ({ sku: unique(), name: 'New' })),
  change('updatePart', 'part', 'UpdatePartInput', { description: 'Changed' }),
  command('discontinuePart', 'part'),
  command('reinstatePart', 'part'),
];

export const STOCK: readonly Operation[] = [
  ...PARTS,
  create('createStockLocation', 'serviceCentre', 'CreateStockLocationInput', ({ id }) => ({
    name: 'New van',
    kind: 'VAN',
    serviceCentreId: id,
  })),
  change('updateStockLocation', 'stockLocation', 'UpdateStockLocationInput', { name: 'Changed' }),
  create(
    'adjustStock',
    'stockLocation',
    'AdjustStockInput',
    (target) => ({
      partId: part(target),
      locationId: target.id,
      quantity: '1',
      reason: 'FOUND',
      idempotencyKey: unique(),
    }),
    '{ level { id } }',
  ),
  create(
    'adjustStock of a part',
    'part',
    'AdjustStockInput',
    (target) => ({
      partId: target.id,
      locationId: near(target, 'stockLocation'),
      quantity: '1',
      reason: 'FOUND',
      idempotencyKey: unique(),
    }),
    '{ level { id } }',
  ),
  create('updateStockLevel', 'stockLocation', 'UpdateStockLevelInput', (target) => ({
    partId: part(target),
    locationId: target.id,
    bin: unique(),
  })),
  create('requestTransfer', 'stockLocation', 'RequestTransferInput', (target) => ({
    fromLocationId: near(target, 'van'),
    toLocationId: target.id,
    lines: [{ partId: part(target), quantity: '1' }],
  })),
  command('approveTransfer', 'transfer'),
  closing('rejectTransfer', 'transfer'),
  closing('cancelTransfer', 'transfer'),
  moving('shipTransfer', 'approvedTransfer', 'ShipTransferInput'),
  moving('receiveTransfer', 'shippedTransfer', 'ReceiveTransferInput'),
  create('startStocktake', 'van', 'StartStocktakeInput', ({ id }) => ({ locationId: id })),
  create('recordStocktakeCount', 'stocktake', 'RecordStocktakeCountInput', (target) => ({
    stocktakeId: target.id,
    counts: [{ partId: part(target), quantity: '1' }],
    idempotencyKey: unique(),
  })),
  command('postStocktake', 'stocktake'),
  command('cancelStocktake', 'stocktake'),
];
