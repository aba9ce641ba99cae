import { sql } from '../../../shared/database/sql';
import { type PersonalData, together } from '../../../shared/personal-data/personal-data';
import { exportedRecords } from '../../../shared/personal-data/personal-records';
import { redactAudit } from '../../../shared/personal-data/redact';
import { KEPT_BY_LAW } from '../invoices/invoices.personal-data';
import { CreditNote } from './credit-note.entity';
import { creditNoteLines, creditNotes } from './credit-note.loader';

const lines: PersonalData = {
  ...exportedRecords({
    section: 'creditNoteLines',
    table: 'billing.credit_note_line',
    type: creditNoteLines,
    of: (customerId) => sql`exists (select from billing.credit_note n
      where n.organisation_id = t.organisation_id and n.id = t.credit_note_id and n.customer_id = ${customerId})`,
  }),
  erase: async () => ({ erased: {}, kept: [] }),
};

/** Issued as they are written, they stay as they are; what the log repeats of them goes. */
const notes: PersonalData = {
  ...exportedRecords({
    section: 'creditNotes',
    table: 'billing.credit_note',
    type: creditNotes,
    of: (customerId) => sql`t.customer_id = ${customerId}`,
  }),
  async erase(tx, customerId) {
    const rows = await tx.query<{ id: string }>(
      sql`select t.id from billing.credit_note t
          where t.organisation_id = ${tx.organisationId} and t.customer_id = ${customerId}`,
    );
    const ids = rows.map(({ id }) => id);
    await redactAudit(tx, CreditNote.name, ids);
    return { erased: {}, kept: [{ what: 'creditNotes', many: ids.length, why: KEPT_BY_LAW }] };
  },
};

export const creditNotesPersonalData = together(lines, notes);
