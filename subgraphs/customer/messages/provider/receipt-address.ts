import type { Environment } from '../../../../shared/environment';
import type { Message } from '../message.entity';

/**
 * Where the provider reports what became of a message. The address says of which message and which attempt, and is
 * signed by the provider with the report, so that a report is understood although it comes before our own word that
 * the message was sent. Null where the provider cannot reach us.
 */
export function receiptAddress(
  { publicUrl }: Environment,
  { organisationId, id, attempts }: Pick<Message, 'organisationId' | 'id' | 'attempts'>,
): string | null {
  if (!publicUrl.startsWith('https://')) return null;
  const about = new URLSearchParams({ organisation: organisationId, message: id, attempt: String(attempts) });
  return `${publicUrl}/webhooks/twilio/receipts?${about}`;
}
