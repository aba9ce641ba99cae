import type { Money } from '../../../../shared/money';
import type { Context } from '../../../../shared/subgraph/context';
import { mayAll } from '../../builder/compile-report';
import {
  lowStock,
  movements,
  purchaseOrders,
  stockStatus,
  supplierPerformance,
} from '../../reports/inventory/inventory-report';
import { FixedReport } from './fixed-report.enum';
import { type Column, fixed, MOST_EXPORTED, money, number, onceIn, record, text } from './table';

const COST = 'stock:cost';

/** What nobody may see has no currency either. */
const costs = (context: Context, amounts: readonly Money[]): readonly Money[] =>
  mayAll(context, COST) ? amounts : [];

const costColumns: readonly Column<{ amount: Money | null }>[] = [
  { ...text('CURRENCY', ({ amount }) => amount?.currency), permission: COST },
  { ...money('COST', ({ amount }) => amount), permission: COST },
];

export const inventoryTables = {
  [FixedReport.STOCK_STATUS]: fixed(async (context, reported) => {
    const { places } = await stockStatus(context, reported);
    return places.flatMap((place) =>
      onceIn(place, costs(context, place.value)).map((each) => ({ ...each, place })),
    );
  })([
    record('LOCATION', 'StockLocation', ({ place }) => place.location),
    number('PARTS', ({ row }) => row?.parts),
    number('ON_HAND', ({ row }) => row?.onHand),
    number('LOW', ({ row }) => row?.low),
    ...costColumns,
  ]),
  [FixedReport.STOCK_MOVEMENTS]: fixed(async (context, reported) =>
    (await movements(context, reported)).flatMap((movement) =>
      onceIn(movement, costs(context, movement.value)).map((each) => ({ ...each, kind: movement.kind })),
    ),
  )([text('KIND', ({ kind }) => kind), number('MOVEMENTS', ({ row }) => row?.movements), ...costColumns]),
  [FixedReport.PURCHASE_ORDERS]: fixed(
    purchaseOrders,
    'purchaseOrders:read',
  )([
    text('STATUS', ({ status }) => status),
    number('ORDERS', ({ orders }) => orders),
    text('CURRENCY', ({ total }) => total.currency),
    money('TOTAL', ({ total }) => total),
  ]),
  [FixedReport.LOW_STOCK]: fixed((context, reported) => lowStock(context, reported, MOST_EXPORTED))([
    record('PART', 'Part', ({ part }) => part),
    text('PART_ID', ({ part }) => part),
    record('LOCATION', 'StockLocation', ({ location }) => location),
    number('ON_HAND', ({ onHand }) => onHand),
    number('AVAILABLE', ({ available }) => available),
    number('REORDER_POINT', ({ reorderPoint }) => reorderPoint),
    number('REORDER_QUANTITY', ({ reorderQuantity }) => reorderQuantity),
  ]),
  [FixedReport.SUPPLIER_PERFORMANCE]: fixed(
    async (context, reported) =>
      (await supplierPerformance(context, reported)).flatMap((row) =>
        onceIn(row, row.total).map((each) => ({ ...each, supplier: row.supplier })),
      ),
    'purchaseOrders:read',
  )([
    record('SUPPLIER', 'Supplier', ({ supplier }) => supplier),
    number('ORDERS', ({ row }) => row?.orders),
    number('RECEIVED', ({ row }) => row?.received),
    number('ON_TIME', ({ row }) => row?.onTime),
    number('MEAN_DAYS', ({ row }) => row?.meanDays),
    number('FILL_RATE', ({ row }) => row?.fillRate),
    text('CURRENCY', ({ amount }) => amount?.currency),
    money('TOTAL', ({ amount }) => amount),
  ]),
};
