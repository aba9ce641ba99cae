import { reachOf, requireOrganisation } from '../../../../shared/access/identity';
import { badField, conflict, forbidden } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { LineType } from '../../documents/document-line.entity';
import { requireCustomer } from '../../peers';
import type { Invoice } from '../invoice.entity';
import { invoices } from '../invoice.loader';
import { draftForWork, invoiceFor } from './draft-for-work';
import type { Price, WorkLine, WorkToBill } from './work-to-bill';

interface SoldPart {
  sku: string;
  partName: string;
  quantity: string;
  unitPrice: Price;
  discountPercent: string | null;
  discount: Price | null;
  taxCategory: string | null;
  part: { id: string } | null;
}

interface Order {
  status: string;
  customer: { id: string } | null;
  serviceCentre: { id: string };
  lines: SoldPart[];
}

const ORDER = `query ($id: ID!) { counterOrder(id: $id) { status customer { id } serviceCentre { id }
  lines { sku partName quantity unitPrice { minorUnits currency } discountPercent discount { minorUnits currency }
    taxCategory part { id } } } }`;

/** What an order came to. Of somebody who walked in nobody is billed yet. */
export type OrderToBill = Omit<WorkToBill, 'customerId'> & { status: string; customerId: string | null };

/** Asked as the program; null when there is no such order. */
export async function orderToBill(context: Context, id: string): Promise<OrderToBill | null> {
  const { peers } = context.asSystem(requireOrganisation(context.identity));
  const { counterOrder: order } = await peers.ask<{ counterOrder: Order | null }>('inventory', ORDER, { id });
  return (
    order && {
      status: order.status,
      customerId: order.customer?.id ?? null,
      vehicleId: null,
      serviceCentreId: order.serviceCentre.id,
      technicianId: null,
      serviceRequestId: null,
      lines: order.lines.map(partLine),
    }
  );
}

const partLine = ({ sku, partName, part, discount, ...line }: SoldPart): WorkLine => ({
  ...line,
  type: LineType.PART,
  code: sku,
  description: partName,
  discountMinor: discount?.minorUnits ?? null,
  serviceItemId: null,
  partId: part?.id ?? null,
});

/** For an order that the caller sees. Again, or when the program was there first: it is the same invoice. */
export async function createInvoiceFromCounterOrder(
  context: Context,
  counterOrderId: string,
  named: string | null,
): Promise<Invoice> {
  // Nobody's own work is sold over the counter.
  if (reachOf(context.identity, 'invoices:create') === 'own') throw forbidden('invoices:create');
  if (named) await requireCustomer(context, named, 'customerId');
  const ids = [counterOrderId];
  const [seen] = await context.peers.entities<{ id: string }>('inventory', 'CounterOrder', ids, 'id');
  const order = seen ? await orderToBill(context, counterOrderId) : null;
  if (!order) throw badField('counterOrderId', 'UNKNOWN', 'There is no such counter order.');
  const made = await invoiceFor(context, { counterOrderId });
  if (made) return context.loadOrFail(invoices, made.id);
  const { status, ...work } = order;
  if (status !== 'DELIVERED')
    throw conflict(`An order that is ${status} is not billed yet.`, {
      current: { id: counterOrderId, status },
    });
  const customerId = buyerOf(order, named);
  return context.loadOrFail(
    invoices,
    await draftForWork(context, { counterOrderId }, { ...work, customerId }),
  );
}

/** The order's own customer, or for somebody who walked in, whom the caller names. */
function buyerOf({ customerId }: OrderToBill, named: string | null): string {
  if (customerId && named && customerId !== named.toLowerCase())
    throw badField('customerId', 'OTHER_CUSTOMER', 'The order is another customer’s.');
  const buyer = customerId ?? named?.toLowerCase();
  if (!buyer) throw badField('customerId', 'REQUIRED', 'They walked in without a name: say who is billed.');
  return buyer;
}
