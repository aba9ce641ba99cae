import { reachOf } from '../../../shared/access/identity';
import { forbidden } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { draftSubject } from '../documents/draft-subject';
import { draftInvoice, writtenLines } from './draft-invoice';
import type { Invoice } from './invoice.entity';
import type { CreateInvoiceInput } from './invoice.input';
import { invoices } from './invoice.loader';

/** By hand. Who may write them for their own jobs alone writes them from those jobs. */
export async function createInvoice(context: Context, input: CreateInvoiceInput): Promise<Invoice> {
  if (reachOf(context.identity, 'invoices:create') === 'own') throw forbidden('invoices:create');
  const { house, subject } = await draftSubject(context, input);
  const lines = writtenLines(input, house.organisation.currency);
  const { id } = await context.once(
    { operation: 'createInvoice', key: input.idempotencyKey, input },
    async (tx) => {
      const { id: made } = await draftInvoice(tx, house, subject, input, lines);
      return { id: made };
    },
  );
  return context.loadOrFail(invoices, id);
}
