import type { Transaction } from '../../../shared/database/transaction';
import { conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { localDate } from '../../../shared/time-zone';
import { addLine, type OpenDraft, removeLine, updateLine } from '../documents/edit-lines';
import type { LineArgs, NewLineArgs } from '../documents/line.args';
import type { DocumentLineInput, UpdateDocumentLineInput } from '../documents/line.input';
import { discountColumns } from '../documents/line-facts';
import { linesOf, type WantedLine, writeLines } from '../documents/write-lines';
import { houseOf, requireCatalogued, requireCustomer, requireTechnician, requireVehicle } from '../peers';
import { emitQuotationEvent, requireFuture } from './create-quotation';
import { quotationDrafts } from './quotation.draft';
import type { Quotation } from './quotation.entity';
import type { UpdateQuotationInput } from './quotation.input';
import { QuotationStatus } from './quotation.lifecycle';
import { quotations, quotationsFor } from './quotation.loader';
import type { QuotationLine } from './quotation-line.entity';

const changeable = quotationsFor('quotations:update');

export async function updateQuotation(
  context: Context,
  id: string,
  input: UpdateQuotationInput,
): Promise<Quotation> {
  const { serviceCentreId, timeZone } = await context.loadOrFail(changeable, id);
  const { customerId, vehicleId, technicianId, validUntil } = input;
  if (validUntil) requireFuture(validUntil, localDate(timeZone, context.kernel.clock.now().getTime()));
  await Promise.all([
    customerId ? requireCustomer(context, customerId, 'input.customerId') : null,
    vehicleId ? requireVehicle(context, vehicleId, 'input.vehicleId') : null,
    technicianId ? requireTechnician(context, technicianId, serviceCentreId, 'input.technicianId') : null,
  ]);
  return changeDraft(context, id, input.expectedVersion, (tx, quotation, lines) =>
    writeLines<Quotation, QuotationLine>(
      tx,
      quotationDrafts,
      quotation,
      lines,
      { pathOf: (index) => `lines.${index}`, discountPath: 'input.discount' },
      patchOf(quotation, input),
    ),
  );
}

function patchOf(quotation: Quotation, input: UpdateQuotationInput): Partial<Quotation> {
  const { customerId, vehicleId, technicianId, validUntil, notes, discount, discountPercent } = input;
  const patch: Partial<Quotation> = {
    customerId: customerId ?? quotation.customerId,
    validUntil: validUntil ?? quotation.validUntil,
    vehicleId,
    technicianId,
    notes: notes?.trim() ?? notes,
    ...(discount === undefined && discountPercent === undefined
      ? {}
      : discountColumns(input, quotation.currency, 'input')),
  };
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

type Draft = OpenDraft<Quotation, QuotationLine>;

export async function addQuotationLine(
  context: Context,
  args: NewLineArgs,
  input: DocumentLineInput,
): Promise<Quotation> {
  await requireCatalogued(context, [input], () => 'input');
  return edit(context, args, (draft) => addLine(draft, input));
}

export const updateQuotationLine = (
  context: Context,
  args: LineArgs,
  input: UpdateDocumentLineInput,
): Promise<Quotation> => edit(context, args, (draft) => updateLine(draft, args.lineId, input));

export const removeQuotationLine = (context: Context, args: LineArgs): Promise<Quotation> =>
  edit(context, args, (draft) => removeLine(draft, args.lineId));

async function edit(
  context: Context,
  { id, expectedVersion }: NewLineArgs,
  change: (draft: Draft) => Promise<Quotation>,
): Promise<Quotation> {
  const { serviceCentreId } = await context.loadOrFail(changeable, id);
  const { country } = await houseOf(context, serviceCentreId, 'id');
  return changeDraft(context, id, expectedVersion, (tx, document, lines) =>
    change({ tx, kind: quotationDrafts, document, lines, country }),
  );
}

/** Any change of a draft: what was approved is what was seen, and so does not change. */
async function changeDraft(
  context: Context,
  id: string,
  expectedVersion: number | null | undefined,
  change: (tx: Transaction, quotation: Quotation, lines: WantedLine<QuotationLine>[]) => Promise<Quotation>,
): Promise<Quotation> {
  await context.transaction(async (tx) => {
    const quotation = await tx.lock(changeable, id, expectedVersion);
    if (quotation.status !== QuotationStatus.DRAFT)
      throw conflict(`A quotation that is ${quotation.status} does not change any more.`, {
        current: { id, version: quotation.version, status: quotation.status },
      });
    const lines = await linesOf(tx, quotationDrafts, id);
    const wanted = lines.map((line) => ({ facts: line, line }));
    const changed = await change(tx, quotation, wanted);
    if (changed.version !== quotation.version) emitQuotationEvent(tx, 'QuotationUpdated', changed);
  });
  return context.loadOrFail(quotations, id);
}
