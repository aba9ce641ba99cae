import { everyone } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import type { EventHandler } from '../../../shared/events/handler';
import { isId } from '../../../shared/ids';
import { Lead } from './lead.entity';
import { LeadStatus, leadLifecycle } from './lead.lifecycle';
import { leads } from './lead.loader';

const everyLead = { ...leads, permission: null, visible: everyone };
const REASON = 'The quotation was rejected.';

/** What was offered is not wanted. What the shop itself did not send says nothing of the lead. */
export const loseLeadHandler: EventHandler = {
  event: 'QuotationRejected',
  name: 'customer.lose-lead-of-quotation',
  async handle(tx, { payload: { leadId, wasSent } }) {
    if (!isId(leadId) || wasSent !== true) return;
    const [lead] = await tx.rows(everyLead, sql`t.id = ${leadId}`, sql`for no key update of t`);
    if (!lead || !leadLifecycle.next(lead.status).includes(LeadStatus.LOST)) return;
    await tx.update(Lead, lead, { status: LeadStatus.LOST, lostReason: REASON }, 'mark lost');
    tx.emit({
      name: 'LeadLost',
      subjectType: 'Lead',
      subjectId: lead.id,
      payload: { serviceCentreId: lead.serviceCentreId },
    });
  },
};
