import type { Invariant } from '../../../shared/invariants/invariant';
import { documentInvariants, seriesInvariant } from '../documents/documents.invariants';

export const creditNotesInvariants: Invariant[] = [
  seriesInvariant('Credit notes', 'billing.credit_note'),
  ...documentInvariants({
    called: 'Credit notes',
    table: 'billing.credit_note',
    lines: 'billing.credit_note_line',
    parent: 'credit_note_id',
  }),
];
