import { badField } from '../../../shared/errors';
import type { Parts } from '../../../shared/subgraph/parts';
import { CreditNote } from './credit-note.entity';
import { creditNoteReference } from './credit-note.reference';
import {
  CreditNoteDocumentFields,
  CreditNoteLineFields,
  CreditNoteResolver,
  InvoiceCreditNotesResolver,
} from './credit-note.resolver';
import { CreditNoteLine } from './credit-note-line.entity';
import { creditNotesInvariants } from './credit-notes.invariants';

/** What takes issued invoices back. */
export const creditNotesParts = {
  entities: [CreditNote, CreditNoteLine],
  resolvers: [CreditNoteResolver, CreditNoteDocumentFields, CreditNoteLineFields, InvoiceCreditNotesResolver],
  references: [creditNoteReference],
  invariants: creditNotesInvariants,
  constraints: {
    credit_note_number: () =>
      badField(
        'invoiceId',
        'NUMBER_TAKEN',
        'Another service centre had this code before: give the centre a new one.',
      ),
  },
} satisfies Parts;
