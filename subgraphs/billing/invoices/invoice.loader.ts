import {
  everyone,
  inCentres,
  type Readable,
  readable,
  type Viewer,
  visibleTo,
} from '../../../shared/database/readable';
import { raw, type Sql, sql } from '../../../shared/database/sql';
import { Invoice } from './invoice.entity';
import { InvoiceLine } from './invoice-line.entity';
import { InvoiceTaxGroup } from './invoice-tax-group.entity';

/**
 * Staff see the invoices of their service centres, technicians those for their own jobs, customers what was issued to
 * them: a draft is the shop's own. `invoice` is the table's alias.
 */
export function visibleInvoice({ identity, reach }: Viewer, invoice = raw('t')): Sql {
  if (reach === 'all') return inCentres({ identity, reach }, sql`${invoice}.service_centre_id`);
  if (identity.link)
    return identity.link.recordType === 'Invoice'
      ? sql`(${invoice}.id = ${identity.link.recordId} and ${invoice}.status = 'ISSUED')`
      : sql`false`;
  return identity.customerId
    ? sql`(${invoice}.customer_id = ${identity.customerId} and ${invoice}.status = 'ISSUED')`
    : sql`${invoice}.technician_id = ${identity.actorId}`;
}

export const invoices = readable({
  entity: Invoice,
  permission: 'invoices:read',
  called: 'Invoice',
  visible: (viewer) => visibleInvoice(viewer),
});

/** The invoices that they may see and that this permission of theirs reaches. */
export const invoicesFor = (permission: string): Readable<Invoice> =>
  readable({
    ...invoices,
    permission,
    visible: (viewer) => sql`(${visibleTo(invoices, viewer.identity)}) and (${visibleInvoice(viewer)})`,
  });

/** For what is chosen otherwise: by the job that it is for. */
export const everyInvoice: Readable<Invoice> = { ...invoices, permission: null, visible: everyone };

/** Lines are seen with their invoice. */
export const invoiceLines = readable({
  entity: InvoiceLine,
  permission: 'invoices:read',
  called: 'Line',
  visible: (viewer) => sql`exists (select from billing.invoice i where i.organisation_id = t.organisation_id
    and i.id = t.invoice_id and ${visibleInvoice(viewer, raw('i'))})`,
});

/** For the commands, which have locked the invoice. */
export const invoiceTaxGroups = readable({
  entity: InvoiceTaxGroup,
  permission: null,
  called: 'Tax group',
  visible: everyone,
});

/** Of a job or an order there is one that counts; drafts that were given up do not. */
export const invoicesInUse = readable({
  ...invoices,
  visible: (viewer) => sql`t.status <> 'CANCELLED' and ${visibleInvoice(viewer)}`,
});
