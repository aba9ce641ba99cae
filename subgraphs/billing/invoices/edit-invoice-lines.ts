import type { Context } from '../../../shared/subgraph/context';
import { addLine, type OpenDraft, removeLine, updateLine } from '../documents/edit-lines';
import type { LineArgs, NewLineArgs } from '../documents/line.args';
import type { DocumentLineInput, UpdateDocumentLineInput } from '../documents/line.input';
import { houseOf, requireCatalogued } from '../peers';
import { changeDraft } from './change-invoice';
import { invoiceDrafts } from './invoice.draft';
import type { Invoice } from './invoice.entity';
import { invoicesFor } from './invoice.loader';
import type { InvoiceLine } from './invoice-line.entity';

type Draft = OpenDraft<Invoice, InvoiceLine>;

export async function addInvoiceLine(
  context: Context,
  args: NewLineArgs,
  input: DocumentLineInput,
): Promise<Invoice> {
  await requireCatalogued(context, [input], () => 'input');
  return edit(context, args, (draft) => addLine(draft, input));
}

export const updateInvoiceLine = (
  context: Context,
  args: LineArgs,
  input: UpdateDocumentLineInput,
): Promise<Invoice> => edit(context, args, (draft) => updateLine(draft, args.lineId, input));

export const removeInvoiceLine = (context: Context, args: LineArgs): Promise<Invoice> =>
  edit(context, args, (draft) => removeLine(draft, args.lineId));

async function edit(
  context: Context,
  { id, expectedVersion }: NewLineArgs,
  change: (draft: Draft) => Promise<Invoice>,
): Promise<Invoice> {
  const seen = await context.loadOrFail(invoicesFor('invoices:update'), id);
  const { country } = await houseOf(context, seen.serviceCentreId, 'id');
  return changeDraft(context, id, expectedVersion, (tx, document, lines) =>
    change({ tx, kind: invoiceDrafts, document, lines, country }),
  );
}
