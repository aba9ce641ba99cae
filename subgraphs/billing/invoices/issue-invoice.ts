import type { Transaction } from '../../../shared/database/transaction';
import { badField, conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { addDays, localDate } from '../../../shared/time-zone';
import { documentNumber } from '../documents/document-number';
import { buyerOf, sellerOf, vehicleThenOf } from '../documents/parties';
import type { DocumentBuyer, DocumentSeller, DocumentVehicle } from '../documents/parties.type';
import { requireTaxIdentities } from '../documents/tax-identity';
import { linesOf, writeLines } from '../documents/write-lines';
import { type House, houseOf, readSubject } from '../peers';
import { settingsOf } from '../tax/billing-settings.loader';
import { RatesOf } from '../tax/find-rate';
import { emitInvoiceEvent } from './draft-invoice';
import { invoiceDrafts } from './invoice.draft';
import { Invoice } from './invoice.entity';
import { InvoiceStatus, invoiceLifecycle } from './invoice.lifecycle';
import { invoices, invoicesFor } from './invoice.loader';
import type { InvoiceLine } from './invoice-line.entity';
import { openTaxGroups } from './tax-groups';

export interface Issuing {
  id: string;
  expectedVersion?: number | null;
  idempotencyKey?: string | null;
}

/** What the document will state for good, and the terms that are its own from now on. */
interface Stated {
  house: House;
  seller: DocumentSeller;
  buyer: DocumentBuyer;
  vehicleThen: DocumentVehicle | null;
  paymentTermsDays: number;
}

const issuable = invoicesFor('invoices:issue');

export async function issueInvoice(context: Context, issuing: Issuing): Promise<Invoice> {
  const { id, expectedVersion, idempotencyKey } = issuing;
  const seen = await context.loadOrFail(issuable, id);
  const stated = await state(context, seen);
  await context.once({ operation: 'issueInvoice', key: idempotencyKey, input: { id } }, async (tx) => {
    const invoice = await tx.lock(issuable, id, expectedVersion);
    invoiceLifecycle.demand(invoice.status, InvoiceStatus.ISSUED);
    if (invoice.customerId !== seen.customerId || invoice.vehicleId !== seen.vehicleId)
      throw conflict('The invoice was changed by somebody else.', {
        current: { id, version: invoice.version },
      });
    await issue(tx, invoice, stated);
    return { id };
  });
  return context.loadOrFail(invoices, id);
}

async function state(context: Context, invoice: Invoice): Promise<Stated> {
  const [house, { customer, vehicle }, settings] = await Promise.all([
    houseOf(context, invoice.serviceCentreId, 'id'),
    readSubject(context, invoice),
    settingsOf(context),
  ]);
  return {
    house,
    seller: sellerOf(house, settings),
    buyer: buyerOf(customer),
    vehicleThen: vehicleThenOf(vehicle),
    paymentTermsDays: invoice.paymentTermsDays ?? settings.paymentTermsDays,
  };
}

/** The number comes last: its series is locked until COMMIT, and who is refused before takes none. */
async function issue(tx: Transaction, draft: Invoice, stated: Stated): Promise<void> {
  const { house, seller, buyer, vehicleThen, paymentTermsDays } = stated;
  const issuedOn = localDate(house.centre.timeZone, tx.now.getTime());
  const lines = await linesOf(tx, invoiceDrafts, draft.id);
  await requireIssuable(tx, lines, house, issuedOn);
  requireTaxIdentities(lines, seller, buyer);
  const { taxPerLine } = house.organisation;
  const invoice = await writeLines(
    tx,
    invoiceDrafts,
    draft,
    lines.map((line) => ({ facts: line, line })),
    { pathOf: (index) => `lines.${index}`, discountPath: 'discount' },
    { taxPerLine },
  );
  await openTaxGroups(tx, invoice.id, await linesOf(tx, invoiceDrafts, draft.id));
  const sequence = await tx.nextNumber(invoice.serviceCentreId, 'invoice');
  const issued = await tx.update(
    Invoice,
    invoice,
    {
      status: InvoiceStatus.ISSUED,
      sequence,
      number: documentNumber('INV', house.centre.code, sequence),
      timeZone: house.centre.timeZone,
      issuedOn,
      dueOn: addDays(issuedOn, paymentTermsDays),
      issuedAt: tx.now,
      issuedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
      paymentTermsDays,
      seller,
      buyer,
      vehicleThen,
    },
    'issue',
  );
  emitInvoiceEvent(tx, 'InvoiceIssued', issued);
}

async function requireIssuable(
  tx: Transaction,
  lines: readonly InvoiceLine[],
  { country }: House,
  issuedOn: string,
): Promise<void> {
  if (lines.length === 0) throw badField('id', 'EMPTY', 'An invoice needs at least one line.');
  const rates = await RatesOf.day(tx, issuedOn, country);
  for (const [index, line] of lines.entries()) rates.inForce(line.taxRateId, `lines.${index}.taxRateId`);
}
