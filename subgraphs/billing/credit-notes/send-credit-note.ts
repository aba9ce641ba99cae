import type { Context } from '../../../shared/subgraph/context';
import { emitCreditNoteEvent } from './credit-invoice';
import { CreditNote } from './credit-note.entity';
import { creditNotes, creditNotesFor } from './credit-note.loader';

/** The customer is written to by whoever listens: as often as it is asked for. */
export async function sendCreditNote(context: Context, id: string): Promise<CreditNote> {
  await context.transaction(async (tx) => {
    const note = await tx.lock(creditNotesFor('invoices:issue'), id);
    const sent = await tx.update(CreditNote, note, { sentAt: tx.now }, 'send');
    emitCreditNoteEvent(tx, 'CreditNoteSent', sent);
  });
  return context.loadOrFail(creditNotes, id);
}
