import { randomUUID } from 'node:crypto';
import type { Row, Tables, Tools } from './random-shop.fixtures';

const DAY = 24 * 3_600_000;

export function randomMoney({
  centres,
  technicians,
  customers,
  serviceItems,
  parts,
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
  const document = (created: Date, net: number, tax: number): Row => ({
    ...record(created),
    service_centre_id: one(centres),
    customer_id: one(customers),
    time_zone: 'Europe/Rome',
    currency: one(currencies),
    prices_include_tax: false,
    tax_per_line: false,
    subtotal_minor: net,
    discount_total_minor: 0,
    net_minor: net,
    tax_minor: tax,
    total_minor: net + tax,
    technician_id: one(technicians),
  });
  const line = (created: Date, document: string, id: unknown, position: number, net: number): Row => {
    const type = one(['SERVICE', 'LABOUR', 'PART', 'OTHER']);
    return {
      ...record(created),
      [document]: id,
      position: position + 1,
      type,
      description: 'Something',
      quantity: '1',
      currency: 'EUR',
      unit_price_minor: net,
      tax_rate_id: randomUUID(),
      tax_category: 'STANDARD',
      tax_percent: '22',
      service_item_id: type === 'SERVICE' && chance(0.8) ? one(serviceItems) : null,
      part_id: type === 'PART' ? one(parts) : null,
      amount_minor: net,
      share_minor: 0,
      net_minor: net,
      tax_minor: 0,
    };
  };
  const invoiceLines: Row[] = [];
  const creditLines: Row[] = [];
  const credits: Row[] = [];
  const invoices = some(many, (n) => {
    const created = at();
    const nets = some(1 + below(3), () => 1 + below(50_000));
    const net = nets.reduce((sum, each) => sum + each, 0);
    const tax = Math.round(net * 0.22);
    const issued = chance(0.85);
    const paid = issued && chance(0.6) ? below(net + tax + 1) : 0;
    const credited = issued && chance(0.2) ? Math.min(net, 1 + below(net)) : 0;
    const issuedOn = new Date(Math.min(created.getTime() + below(3) * DAY, until.getTime()));
    const invoice: Row = {
      ...document(created, net, tax),
      number: issued ? number('INV', n) : null,
      sequence: issued ? 500_000 + n : null,
      status: issued ? 'ISSUED' : 'DRAFT',
      issued_on: issued ? issuedOn.toISOString().slice(0, 10) : null,
      due_on: issued ? new Date(issuedOn.getTime() + below(30) * DAY).toISOString().slice(0, 10) : null,
      issued_at: issued ? issuedOn : null,
      seller: issued ? {} : null,
      buyer: issued ? 'sealed' : null,
      paid_minor: Math.min(paid, net + tax - credited),
      credited_minor: credited,
    };
    nets.forEach((each, k) => {
      invoiceLines.push(line(created, 'invoice_id', invoice.id, k, each));
    });
    if (credited) {
      const note: Row = {
        ...document(later(created, 200), credited, 0),
        service_centre_id: invoice.service_centre_id,
        currency: invoice.currency,
        number: number('CN', n),
        sequence: 500_000 + n,
        invoice_id: invoice.id,
        reason: 'Because',
        issued_on: later(issuedOn, 200).toISOString().slice(0, 10),
        seller: {},
        buyer: 'sealed',
      };
      credits.push(note);
      creditLines.push({
        ...line(created, 'credit_note_id', note.id, 0, credited),
        invoice_line_id: randomUUID(),
      });
    }
    return invoice;
  });
  const refunds: Row[] = [];
  const payments = some(many, () => {
    const created = at();
    const status = one(['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED', 'VOIDED', 'PENDING']);
    const amount = 1 + below(90_000);
    const refunded = status === 'SUCCEEDED' && chance(0.2) ? 1 + below(amount) : 0;
    const payment: Row = {
      ...record(created),
      service_centre_id: one(centres),
      customer_id: one(customers),
      status,
      method: one(['CASH', 'CARD', 'ONLINE', 'BANK_TRANSFER']),
      deposit: false,
      currency: one(currencies),
      amount_minor: amount,
      allocated_minor: status === 'SUCCEEDED' ? amount - refunded : 0,
      kept_minor: 0,
      refunded_minor: refunded,
      paid_at: status === 'PENDING' ? null : created,
      voided_at: status === 'VOIDED' ? later(created, 20) : null,
      void_reason: status === 'VOIDED' ? 'A slip' : null,
      intended_for: [],
      disputed: false,
    };
    if (refunded)
      refunds.push({
        ...record(later(created, 100)),
        payment_id: payment.id,
        status: one(['SUCCEEDED', 'SUCCEEDED', 'FAILED']),
        method: payment.method,
        currency: payment.currency,
        amount_minor: refunded,
        reason: 'Because',
      });
    return payment;
  });
  const quotations = some(many, (n) => {
    const created = at();
    const status = one(['DRAFT', 'SENT', 'ACCEPTED', 'REJECTED']);
    const decided = status === 'ACCEPTED' || status === 'REJECTED' ? later(created, 100) : null;
    const converted = status === 'ACCEPTED' && chance(0.5);
    const net = 1 + below(70_000);
    return {
      ...document(created, net, 0),
      number: number('QUO', n),
      status,
      valid_until: new Date(created.getTime() + below(30) * DAY).toISOString().slice(0, 10),
      sent_at: status === 'DRAFT' ? null : created,
      decided_at: decided,
      decided_through: decided ? 'STAFF' : null,
      conversion_kind: converted ? 'SERVICE_REQUEST' : null,
      converted_to_id: converted ? randomUUID() : null,
      converted_at: converted ? decided : null,
    };
  });
  return [
    ['billing.invoice', invoices],
    ['billing.invoice_line', invoiceLines],
    ['billing.credit_note', credits],
    ['billing.credit_note_line', creditLines],
    ['billing.payment', payments],
    ['billing.refund', refunds],
    ['billing.quotation', quotations],
  ];
}
