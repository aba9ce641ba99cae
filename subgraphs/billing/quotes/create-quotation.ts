import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { addDays, localDate } from '../../../shared/time-zone';
import { documentNumber } from '../documents/document-number';
import { draftSubject } from '../documents/draft-subject';
import { discountColumns, newLine } from '../documents/line-facts';
import { writeLines } from '../documents/write-lines';
import { type House, requireLead, requireTechnician } from '../peers';
import { settingsOf } from '../tax/billing-settings.loader';
import { RatesOf } from '../tax/find-rate';
import { quotationDrafts } from './quotation.draft';
import { Quotation } from './quotation.entity';
import type { CreateQuotationInput } from './quotation.input';
import { quotationLifecycle } from './quotation.lifecycle';
import { quotations } from './quotation.loader';

export async function createQuotation(context: Context, input: CreateQuotationInput): Promise<Quotation> {
  const { leadId, technicianId } = input;
  const [{ house, subject }, settings] = await Promise.all([
    draftSubject(context, input),
    settingsOf(context),
    leadId ? requireLead(context, leadId, 'input.leadId') : null,
  ]);
  const { serviceCentreId } = subject;
  if (technicianId) await requireTechnician(context, technicianId, serviceCentreId, 'input.technicianId');
  const today = localDate(house.centre.timeZone, context.kernel.clock.now().getTime());
  const validUntil = input.validUntil ?? addDays(today, settings.quotationDays);
  requireFuture(validUntil, today);
  const { id } = await context.once(
    { operation: 'createQuotation', key: input.idempotencyKey, input },
    async (tx) => ({ id: (await write(tx, house, { ...input, serviceCentreId, validUntil })).id }),
  );
  return context.loadOrFail(quotations, id);
}

export function requireFuture(validUntil: string, today: string): void {
  if (validUntil < today) throw badField('input.validUntil', 'PAST', 'That day has passed.');
}

type Said = CreateQuotationInput & { serviceCentreId: string; validUntil: string };

async function write(tx: Transaction, house: House, input: Said): Promise<Quotation> {
  const { organisation, centre, country } = house;
  const { currency, pricesIncludeTax, taxPerLine } = organisation;
  const { serviceCentreId, customerId, validUntil } = input;
  const rates = await RatesOf.day(tx, localDate(centre.timeZone, tx.now.getTime()), country);
  const lines = input.lines.map((line, n) => newLine(line, currency, rates, `input.lines.${n}`));
  const nothing = { subtotalMinor: 0, discountTotalMinor: 0, netMinor: 0, taxMinor: 0, totalMinor: 0 };
  const count = await tx.nextNumber(serviceCentreId, 'quotation');
  const quotation = await tx.insert(Quotation, {
    ...nothing,
    number: documentNumber('QUO', centre.code, count),
    status: quotationLifecycle.initial,
    serviceCentreId,
    customerId,
    validUntil,
    vehicleId: input.vehicleId ?? null,
    leadId: input.leadId ?? null,
    technicianId: input.technicianId ?? null,
    createdById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
    notes: input.notes?.trim() || null,
    currency,
    pricesIncludeTax,
    taxPerLine,
    timeZone: centre.timeZone,
    ...discountColumns(input, currency, 'input'),
  });
  const written = await writeLines(
    tx,
    quotationDrafts,
    quotation,
    lines.map((facts) => ({ facts, line: null })),
    { pathOf: (index) => `input.lines.${index}`, discountPath: 'input.discount' },
  );
  emitQuotationEvent(tx, 'QuotationCreated', written);
  return written;
}

type QuotationEvent =
  | 'QuotationCreated'
  | 'QuotationUpdated'
  | 'QuotationApproved'
  | 'QuotationSent'
  | 'QuotationAccepted'
  | 'QuotationRejected'
  | 'QuotationConverted';

export function emitQuotationEvent(
  tx: Transaction,
  name: QuotationEvent,
  quotation: Quotation,
  more: Record<string, unknown> = {},
): void {
  const { id, customerId, vehicleId, serviceCentreId, leadId } = quotation;
  tx.emit({
    name,
    subjectType: 'Quotation',
    subjectId: id,
    payload: { customerId, vehicleId, serviceCentreId, leadId, ...more },
  });
}
