import { ANONYMOUS, type Identity } from '../../../../shared/access/identity';
import { ApiError } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { ApiClient } from '../api-client.entity';
import type { WebhookDelivery } from './webhook-delivery.entity';
import type { WebhookEndpoint } from './webhook-endpoint.entity';
import { publicEvent } from './webhook-event';

interface WebhookPayload {
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

export async function payloadFor(
  _context: Context,
  _client: ApiClient,
  _endpoint: WebhookEndpoint,
  { eventId, event, occurredAt, subjectId }: WebhookDelivery,
): Promise<WebhookPayload> {
  const subject = { type: publicEvent(event).subject.type, id: subjectId };
  return { id: eventId, type: event, occurredAt: occurredAt.toISOString(), subject };
}

const identityOf = ({ organisationId, id, scopes, serviceCentreIds }: ApiClient): Identity => ({
  ...ANONYMOUS,
  kind: 'CLIENT',
  organisationId,
  actorId: id,
  permissions: Object.fromEntries(scopes.map((scope) => [scope, 'all' as const])),
  serviceCentreIds,
});
