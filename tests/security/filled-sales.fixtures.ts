import { openCounterOrder, tryTo } from '../api/counter-orders.fixtures';
import { storeOf } from '../api/stock.fixtures';
import type { GraphClient } from '../harness/client';
import type { Shop } from '../harness/shop';

const onLines = {
  'input.lines.quantity': '1',
  'input.lines.unitPrice.amount': '1.00',
  'input.lines.unitPrice.currency': 'EUR',
};

/** What commands of this area need that the schema cannot say. */
export const VALUES_OF_SALES: Readonly<Record<string, Record<string, unknown>>> = {
  createCounterOrder: onLines,
  updateCounterOrder: onLines,
};

type Fitting = Record<string, Record<string, string>>;

/** An order in each state that a command wants; what is called off is older. */
export async function fillSales(
  admin: GraphClient,
  shop: Shop,
  marker: string,
  customerId: string,
): Promise<Fitting> {
  const host = { shop, client: admin, centre: shop.centres[0]! };
  const order = (status: 'PENDING' | 'PROCESSING' | 'READY' | 'DELIVERED') =>
    openCounterOrder(host, status, { customerId, notes: `Notes ${marker}` }, `Sold ${marker}`);
  const old = await order('PENDING');
  await tryTo(admin, 'cancel', old);
  const [delivered, ready, processing] = [
    await order('DELIVERED'),
    await order('READY'),
    await order('PROCESSING'),
  ];
  const [pending, cancelled, changed] = [
    await order('PENDING'),
    await order('PENDING'),
    await order('PENDING'),
  ];
  const goods = { 'input.customerId': customerId, 'input.locationId': await storeOf(shop) };
  return {
    createCounterOrder: { ...goods, 'input.serviceCentreId': shop.centres[0]! },
    createInvoiceFromCounterOrder: { counterOrderId: delivered, customerId },
    deliverCounterOrder: { id: ready },
    markCounterOrderReady: { id: processing },
    processCounterOrder: { id: pending },
    cancelCounterOrder: { id: cancelled },
    updateCounterOrder: { id: changed, ...goods },
  };
}
