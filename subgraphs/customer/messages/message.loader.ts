import { everyone, readable, type Viewer } from '../../../shared/database/readable';
import { idList, type Sql, sql } from '../../../shared/database/sql';
import { Message } from './message.entity';

/** As the program itself reads messages, to send them. */
export const messages = readable({
  entity: Message,
  permission: null,
  called: 'Message',
  visible: ({ identity }) => (identity.kind === 'SYSTEM' ? sql`true` : sql`false`),
});

/** For those who stop what waits to be sent, whoever they are: they are shown none of it. */
export const waitingMessages = { ...messages, visible: everyone };

/**
 * Staff see what was written from their service centres, and, where no centre wrote, to customers whom they see;
 * customers what was written to them. What signs somebody in is nobody's to see.
 */
function visibleMessage({ identity, reach }: Viewer): Sql {
  if (reach === 'own') return sql`not t.confidential and t.customer_id = ${identity.customerId}`;
  const { serviceCentreIds } = identity;
  if (serviceCentreIds === null) return sql`not t.confidential`;
  const centres = sql`${idList(serviceCentreIds)}::uuid[]`;
  return sql`not t.confidential and (t.service_centre_id = any(${centres})
    or t.service_centre_id is null and exists (select from customer.customer c
      where c.organisation_id = t.organisation_id and c.id = t.customer_id and c.centres && ${centres}))`;
}

export const shownMessages = readable({
  entity: Message,
  permission: 'messages:read',
  called: 'Message',
  visible: visibleMessage,
});

export const writtenMessages = { ...shownMessages, permission: 'messages:create' };
export const retriableMessages = { ...shownMessages, permission: 'messages:retry' };
