import {
  inCentres,
  type Readable,
  readable,
  type Viewer,
  visibleTo,
} from '../../../shared/database/readable';
import { raw, type Sql, sql } from '../../../shared/database/sql';
import { Quotation } from './quotation.entity';
import { QuotationLine } from './quotation-line.entity';

/**
 * Staff see the quotations of their service centres, technicians those that name them, customers and the holders of a
 * link what was sent: until then it is the shop's own. `quotation` is the table's alias.
 */
export function visibleQuotation({ identity, reach }: Viewer, quotation = raw('t')): Sql {
  if (reach === 'all') return inCentres({ identity, reach }, sql`${quotation}.service_centre_id`);
  const out = sql`${quotation}.sent_at is not null`;
  const { link, customerId, actorId } = identity;
  if (link)
    return link.recordType === 'Quotation'
      ? sql`(${quotation}.id = ${link.recordId} and ${out})`
      : sql`false`;
  return customerId
    ? sql`(${quotation}.customer_id = ${customerId} and ${out})`
    : sql`${quotation}.technician_id = ${actorId}`;
}

export const quotations = readable({
  entity: Quotation,
  permission: 'quotations:read',
  called: 'Quotation',
  visible: (viewer) => visibleQuotation(viewer),
});

/** The quotations that they may see and that this permission of theirs reaches. */
export const quotationsFor = (permission: string): Readable<Quotation> =>
  readable({
    ...quotations,
    permission,
    visible: (viewer) => sql`(${visibleTo(quotations, viewer.identity)}) and (${visibleQuotation(viewer)})`,
  });

/** Lines are seen with their quotation. */
export const quotationLines = readable({
  entity: QuotationLine,
  permission: 'quotations:read',
  called: 'Line',
  visible: (viewer) => sql`exists (select from billing.quotation q where q.organisation_id = t.organisation_id
    and q.id = t.quotation_id and ${visibleQuotation(viewer, raw('q'))})`,
});
