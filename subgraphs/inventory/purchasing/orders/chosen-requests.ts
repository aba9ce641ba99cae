import type { Decimal } from 'decimal.js';
import { badField } from '../../../../shared/errors';
import type { Money } from '../../../../shared/money';
import type { Context } from '../../../../shared/subgraph/context';
import { quantityOf } from '../../catalogue/quantity';
import type { StockLocation } from '../../stock/stock-location.entity';
import { orderingFor, requireBuyablePart, requireLocation } from '../buying';
import type { PurchaseRequest } from '../requests/purchase-request.entity';
import { purchaseRequestsFor } from '../requests/purchase-request.loader';
import type { Supplier } from '../suppliers/supplier.entity';
import { requireSupplier } from './create-purchase-order';
import { demandPrice, priceOf, pricesOf } from './lines';
import type { OrderedRequestInput } from './purchase-order.input';

/** A purchase request that somebody wants to order, as far as it could be checked before it is locked. */
export interface ChosenRequest {
  request: PurchaseRequest;
  supplier: Supplier;
  location: StockLocation;
  /** Null for all that it asks for by then. */
  quantity: Decimal | null;
  unitPrice: Money;
  expectedVersion: number | null | undefined;
  path: string;
}

const orderable = purchaseRequestsFor('purchaseOrders:create');

export async function checkRequests(
  context: Context,
  given: readonly OrderedRequestInput[],
): Promise<ChosenRequest[]> {
  const seen = new Set<string>();
  for (const [n, { requestId }] of given.entries()) {
    const id = requestId.toLowerCase();
    if (seen.has(id))
      throw badField(`input.requests.${n}.requestId`, 'DUPLICATE', 'The request is ordered once.');
    seen.add(id);
  }
  return Promise.all(given.map((each, n) => checkRequest(context, each, `input.requests.${n}`)));
}

async function checkRequest(
  context: Context,
  { requestId, supplierId, quantity, unitPrice, expectedVersion }: OrderedRequestInput,
  path: string,
): Promise<ChosenRequest> {
  const [request, supplier] = await Promise.all([
    context.load(orderable, requestId),
    requireSupplier(context, supplierId, `${path}.supplierId`),
  ]);
  if (!request) throw badField(`${path}.requestId`, 'UNKNOWN', 'There is no such purchase request.');
  const [part, location, prices] = await Promise.all([
    requireBuyablePart(context, request.partId, `${path}.requestId`),
    requireLocation(context, orderingFor, request.locationId, `${path}.requestId`),
    unitPrice ? null : pricesOf(context, supplier.id, supplier.currency, [request.partId]),
  ]);
  const price = priceOf(unitPrice, supplier.currency, `${path}.unitPrice`) ?? prices?.get(request.partId);
  return {
    request,
    supplier,
    location,
    quantity: quantity == null ? null : quantityOf(quantity, part.unit, `${path}.quantity`),
    unitPrice: demandPrice(price, `${path}.unitPrice`),
    expectedVersion,
    path,
  };
}
