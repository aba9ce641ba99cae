import { randomUUID } from 'node:crypto';
import type { Row, Tables, Tools } from './random-shop.fixtures';

export function randomStock({
  centres,
  parts,
  suppliers,
  currencies,
  until,
  many,
  at,
  later,
  record,
  number,
  some,
  below,
  one,
  chance,
}: Tools): Tables {
  const locations = [...centres, null].map((service_centre_id, n) => ({
    ...record(at()),
    name: `Place ${n}`,
    kind: service_centre_id ? 'VAN' : 'CENTRAL_WAREHOUSE',
    service_centre_id,
    active: true,
  }));
  const partRows = parts.map((id, n) => ({
    ...record(at()),
    id,
    sku: `PART-${n}`,
    name: `Part ${n}`,
    category: one(['SPARE_PART', 'CONSUMABLE']),
    unit: 'PIECE',
    reorder_point: '5',
    reorder_quantity: '10',
  }));
  const levels = partRows.flatMap((part) =>
    locations.map((location) => {
      const onHand = below(20);
      const known = chance(0.8);
      return {
        ...record(at()),
        part_id: part.id,
        location_id: location.id,
        part_sku: part.sku,
        part_category: part.category,
        on_hand: String(onHand),
        reserved: String(below(onHand + 1)),
        average_cost: known ? `${below(5000)}.${100_000 + below(899_999)}` : null,
        cost_currency: known ? one(currencies) : null,
        low: onHand <= 5,
        movements: 1,
        reservations: 0,
        moved_at: until,
      };
    }),
  );
  const movements = some(many * 3, (n) => {
    const kind = one(['RECEIPT', 'ISSUE', 'ISSUE', 'RETURN', 'ADJUSTMENT', 'COUNT', 'TRANSFER_OUT']);
    const quantity = `${kind === 'ISSUE' || kind === 'TRANSFER_OUT' ? '-' : ''}${1 + below(9)}.${below(2) * 5}`;
    const known = chance(0.9);
    return {
      ...record(at()),
      part_id: one(parts),
      location_id: one(locations).id,
      entry: n + 1,
      kind,
      quantity,
      on_hand_after: '10',
      reserved_after: '0',
      unit_cost: known ? `${below(5000)}.${100_000 + below(899_999)}` : null,
      cost_currency: known ? one(currencies) : null,
      reference_type: one(['JOB_CARD', 'COUNTER_ORDER', 'ADJUSTMENT']),
      reference_id: randomUUID(),
    };
  });
  const orderLines: Row[] = [];
  const receipts: Row[] = [];
  const receiptLines: Row[] = [];
  const orders = some(many, (n) => {
    const ordered = at();
    const status = one(['ORDERED', 'RECEIVED', 'CLOSED', 'PENDING']);
    const location = one(locations);
    const received = status === 'RECEIVED' ? later(ordered, 400) : null;
    const wasOrdered = status !== 'PENDING';
    const order: Row = {
      ...record(ordered),
      number: number('PO', n),
      supplier_id: one(suppliers),
      location_id: location.id,
      service_centre_id: location.service_centre_id,
      status,
      currency: one(currencies),
      total_minor: 1 + below(80_000),
      revision: 1,
      expected_on: chance(0.7) ? later(ordered, 300).toISOString().slice(0, 10) : null,
      submitted_at: ordered,
      decided_at: wasOrdered ? ordered : null,
      ordered_at: wasOrdered ? ordered : null,
      receipt_count: status === 'RECEIVED' || status === 'CLOSED' ? 1 : 0,
      received_at: received,
      closed_reason: status === 'CLOSED' ? 'Sold out' : null,
    };
    const asked = 1 + below(10);
    const got = status === 'RECEIVED' ? asked : status === 'CLOSED' ? below(asked) : 0;
    const orderLine = {
      ...record(ordered),
      purchase_order_id: order.id,
      position: 1,
      part_id: one(parts),
      quantity: String(asked),
      received_quantity: String(got),
      unit_price_minor: 100,
      total_minor: order.total_minor,
      currency: order.currency,
    };
    orderLines.push(orderLine);
    if (got) {
      const receipt = {
        ...record(received ?? later(ordered, 300)),
        number: `${number('PO', n)}/1`,
        purchase_order_id: order.id,
      };
      receipts.push(receipt);
      receiptLines.push({
        ...record(ordered),
        goods_receipt_id: receipt.id,
        order_line_id: orderLine.id,
        part_id: orderLine.part_id,
        quantity: String(got),
        unit_price_minor: 100,
        total_minor: 100 * got,
        currency: order.currency,
      });
    }
    return order;
  });
  return [
    ['inventory.stock_location', locations],
    ['inventory.part', partRows],
    ['inventory.stock_level', levels],
    ['inventory.stock_movement', movements],
    ['inventory.purchase_order', orders],
    ['inventory.purchase_order_line', orderLines],
    ['inventory.goods_receipt', receipts],
    ['inventory.goods_receipt_line', receiptLines],
  ];
}
