import { ANONYMOUS, type Identity } from '../../../../shared/access/identity';
import { ApiError } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { ApiClient } from '../api-client.entity';
import { type Answer, runDocument } from './run-document';
import type { WebhookDelivery } from './webhook-delivery.entity';
import type { WebhookEndpoint } from './webhook-endpoint.entity';
import { publicEvent } from './webhook-event';

interface WebhookPayload extends Partial<Answer> {
  id: string;
  type: string;
  occurredAt: string;
  subject: { type: string; id: string };
}

/** Whether the client may see what the event is about, now: asked of whoever has it, as the client. */
export async function mayKnow(
  context: Context,
  client: ApiClient,
  { event, subjectId }: WebhookDelivery,
): Promise<boolean> {
  const { subject, scope } = publicEvent(event);
  if (!client.scopes.includes(scope)) return false;
  const { peers } = context.as(identityOf(client));
  try {
    const [found] = await peers.entities<{ id: string }>(subject.subgraph, subject.type, [subjectId], 'id');
    return found != null;
  } catch (error) {
    if (error instanceof ApiError && (error.code === 'FORBIDDEN' || error.code === 'NOT_FOUND')) return false;
    throw error;
  }
}

/** The event and what it is about; with a document, also what that answers the client. */
export async function payloadFor(
  context: Context,
  client: ApiClient,
  { documentHash }: WebhookEndpoint,
  { eventId, event, occurredAt, subjectId }: WebhookDelivery,
): Promise<WebhookPayload> {
  const subject = { type: publicEvent(event).subject.type, id: subjectId };
  const told = { id: eventId, type: event, occurredAt: occurredAt.toISOString(), subject };
  if (!documentHash) return told;
  return { ...told, ...(await runDocument(context, client, documentHash, { id: subjectId })) };
}

const identityOf = ({ organisationId, id, scopes, serviceCentreIds }: ApiClient): Identity => ({
  ...ANONYMOUS,
  kind: 'CLIENT',
  organisationId,
  actorId: id,
  permissions: Object.fromEntries(scopes.map((scope) => [scope, 'all' as const])),
  serviceCentreIds,
});
