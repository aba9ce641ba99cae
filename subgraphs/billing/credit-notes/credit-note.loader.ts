import {
  everyone,
  inCentres,
  type Readable,
  readable,
  type Viewer,
  visibleTo,
} from '../../../shared/database/readable';
import { raw, type Sql, sql } from '../../../shared/database/sql';
import { CreditNote } from './credit-note.entity';
import { CreditNoteLine } from './credit-note-line.entity';

/** As the invoices that they take back. `note` is the table's alias. */
export function visibleCreditNote({ identity, reach }: Viewer, note = raw('t')): Sql {
  if (reach === 'all') return inCentres({ identity, reach }, sql`${note}.service_centre_id`);
  if (identity.link) return sql`false`;
  return identity.customerId
    ? sql`${note}.customer_id = ${identity.customerId}`
    : sql`${note}.technician_id = ${identity.actorId}`;
}

export const creditNotes = readable({
  entity: CreditNote,
  permission: 'invoices:read',
  called: 'Credit note',
  visible: (viewer) => visibleCreditNote(viewer),
});

export const creditNotesFor = (permission: string): Readable<CreditNote> =>
  readable({
    ...creditNotes,
    permission,
    visible: (viewer) => sql`(${visibleTo(creditNotes, viewer.identity)}) and (${visibleCreditNote(viewer)})`,
  });

/** Lines are seen with their credit note. */
export const creditNoteLines = readable({
  entity: CreditNoteLine,
  permission: 'invoices:read',
  called: 'Line',
  visible: (
    viewer,
  ) => sql`exists (select from billing.credit_note n where n.organisation_id = t.organisation_id
    and n.id = t.credit_note_id and ${visibleCreditNote(viewer, raw('n'))})`,
});

/** For the commands, which have locked the invoice. */
export const everyCreditNoteLine: Readable<CreditNoteLine> = {
  ...creditNoteLines,
  permission: null,
  visible: everyone,
};
