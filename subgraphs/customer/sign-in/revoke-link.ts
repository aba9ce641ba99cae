import { requireOrganisation, requireReach } from '../../../shared/access/identity';
import { sql } from '../../../shared/database/sql';
import { notFound } from '../../../shared/errors';
import { type FoundLink, revokeLinks } from '../../../shared/links/links';
import type { Context } from '../../../shared/subgraph/context';
import { customers } from '../crm/customer.loader';
import { users } from '../identity/user.loader';
import { lockManaged } from '../identity/user-rules';

/** Takes a link back, wherever it is: what was opened with it is closed too. Only of a record that one sees. */
export async function revokeLink(context: Context, id: string): Promise<boolean> {
  const organisationId = requireOrganisation(context.identity);
  const link = await liveLink(context, id);
  await requireRecord(context, link);
  await context.transaction(async (tx) => {
    if (link.record_type === 'User' && link.record_id !== tx.identity.actorId)
      await lockManaged(tx, link.record_id, 'users:update');
    await revokeLinks(tx, { ids: [id] });
    tx.audit('revoke link', link.record_type, link.record_id, { link: id, purpose: link.purpose });
  });
  context.kernel.topics.accessChanged(organisationId);
  return true;
}

async function liveLink(context: Context, id: string): Promise<FoundLink> {
  const [link] = await context.reader.query<FoundLink>(
    sql`select * from platform.find_link(null, ${id}, ${context.kernel.clock.now()})`,
  );
  if (!link) throw notFound('Link');
  return link;
}

/**
 * A link to somebody's account is for those who manage that account: see lockManaged, too. One to another record was
 * given to a customer, and is for those who see them.
 */
async function requireRecord(
  context: Context,
  { record_type, record_id, customer_id }: FoundLink,
): Promise<void> {
  if (record_type === 'User') requireReach(context.identity, 'users:update');
  const record =
    record_type === 'User'
      ? await context.load(users, record_id)
      : customer_id
        ? await context.load(customers, customer_id)
        : null;
  if (!record) throw notFound('Link');
}
