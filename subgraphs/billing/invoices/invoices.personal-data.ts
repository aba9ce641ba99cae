import { type Sql, sql } from '../../../shared/database/sql';
import { ERASED_TEXT, type PersonalData, together } from '../../../shared/personal-data/personal-data';
import { exportedRecords } from '../../../shared/personal-data/personal-records';
import { redactAudit } from '../../../shared/personal-data/redact';
import { Invoice } from './invoice.entity';
import { InvoiceStatus } from './invoice.lifecycle';
import { invoiceLines, invoices } from './invoice.loader';
import { InvoiceLine } from './invoice-line.entity';

/** Why an issued document stays as it is: said in the report of the erasure. */
export const KEPT_BY_LAW = 'The law asks that what was issued is kept as it was issued, with who was billed.';

const linesOf = (customerId: string): Sql => sql`exists (select from billing.invoice i
  where i.organisation_id = t.organisation_id and i.id = t.invoice_id and i.customer_id = ${customerId})`;
const unissued = sql`exists (select from billing.invoice i
  where i.organisation_id = t.organisation_id and i.id = t.invoice_id and i.status <> 'ISSUED')`;

/** What the log holds of drafts that were issued later is not part of what must be kept. */
async function blankLog(
  tx: Parameters<PersonalData['erase']>[0],
  entityType: string,
  table: Sql,
  where: Sql,
): Promise<number> {
  const rows = await tx.query<{ id: string }>(
    sql`select t.id from ${table} t where t.organisation_id = ${tx.organisationId} and ${where}`,
  );
  await redactAudit(
    tx,
    entityType,
    rows.map(({ id }) => id),
  );
  return rows.length;
}

const lines: PersonalData = {
  ...exportedRecords({
    section: 'invoiceLines',
    table: 'billing.invoice_line',
    type: invoiceLines,
    of: linesOf,
  }),
  async erase(tx, customerId) {
    const erased = await tx.erase(InvoiceLine, sql`${linesOf(customerId)} and ${unissued}`, {
      description: ERASED_TEXT,
      code: null,
    });
    await blankLog(tx, InvoiceLine.name, sql`billing.invoice_line`, linesOf(customerId));
    return { erased: { invoiceLines: erased.length }, kept: [] };
  },
};

/** Nobody can issue a draft to somebody who was erased: it is given up. */
const papers: PersonalData = {
  ...exportedRecords({
    section: 'invoices',
    table: 'billing.invoice',
    type: invoices,
    of: (customerId) => sql`t.customer_id = ${customerId}`,
    omit: ['dueOrNever'],
  }),
  async erase(tx, customerId) {
    const theirs = sql`t.customer_id = ${customerId}`;
    const erased = await tx.erase(Invoice, sql`${theirs} and t.status <> 'ISSUED'`, {
      status: InvoiceStatus.CANCELLED,
      cancelledReason: ERASED_TEXT,
      notes: null,
      reference: null,
    });
    const all = await blankLog(tx, Invoice.name, sql`billing.invoice`, theirs);
    return {
      erased: { invoices: erased.length },
      kept: [{ what: 'invoices', many: all - erased.length, why: KEPT_BY_LAW }],
    };
  },
};

export const invoicesPersonalData = together(lines, papers);
