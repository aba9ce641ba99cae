import type { Reference } from '../../../shared/subgraph/app';
import { creditNotes } from './credit-note.loader';

export const creditNoteReference: Reference = { type: 'CreditNote', read: creditNotes };
