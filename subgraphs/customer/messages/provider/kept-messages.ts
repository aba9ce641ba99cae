import { sql } from '../../../../shared/database/sql';
import { ApiError } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { organisations } from '../../identity/organisation.loader';
import { messages } from '../message.loader';
import type { OutboxMessage } from './outbox-message.type';

const MOST = 100;

/**
 * What a developer without a mail server would find in every mailbox: of one organisation, or of all. Such texts sign
 * people in, so in production nobody is told any of it, whoever asks.
 */
export async function keptMessages(
  context: Context,
  organisationId: string | null,
): Promise<OutboxMessage[]> {
  if (context.kernel.environment.production)
    throw new ApiError('FEATURE_OFF', 'In production there is no outbox to look into.');
  const kept = await context.reader.query<{ organisation_id: string; id: string }>(
    sql`select * from customer.kept_messages(${organisationId}, ${MOST})`,
  );
  const systems = new Map(kept.map(({ organisation_id: id }) => [id, context.asSystem(id)] as const));
  const shown = await Promise.all(
    kept.map(({ organisation_id, id }) => shownTo(systems.get(organisation_id)!, id)),
  );
  return shown.filter((message) => message !== null);
}

async function shownTo(system: Context, id: string): Promise<OutboxMessage | null> {
  const organisation = await system.loadOrFail(organisations, system.identity.organisationId!);
  const message = await system.load(messages, id);
  if (!message) return null;
  const { template, channel, recipient, subject, body, createdAt } = message;
  return {
    id,
    organisation: organisation.name,
    kind: template,
    channel,
    recipient,
    subject,
    body,
    createdAt,
  };
}
