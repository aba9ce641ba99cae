import { isIP } from 'node:net';
import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import type { Environment } from '../../../../shared/environment';
import { badField, badInput, type FieldProblem } from '../../../../shared/errors';
import { hostOf, isAllowed } from '../../../../shared/outgoing/post';
import type { ApiClient } from '../api-client.entity';
import { publicEvent, type WebhookEventName } from './webhook-event';

/**
 * The address, as it will be called. Spellings of IPv4 (decimal, octal, hexadecimal, short) are one here, because a URL
 * is; what a name stands for is looked at when it is called.
 */
export function requireUrl(
  text: string,
  { production, webhooksToLoopback }: Pick<Environment, 'production' | 'webhooksToLoopback'>,
): string {
  const refuse = (code: string, message: string) => badField('input.url', code, message);
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    throw refuse('URL', 'This is not the address of a web server.');
  if (production && url.protocol !== 'https:') throw refuse('HTTPS', 'The address begins with https://.');
  if (url.username || url.password) throw refuse('CREDENTIALS', 'No user or password goes into an address.');
  const host = hostOf(url);
  if (isIP(host) ? !isAllowed(host, webhooksToLoopback) : isInside(host) && !webhooksToLoopback)
    throw refuse('NOT_PUBLIC', 'The address is not one of the internet’s.');
  url.hash = '';
  return url.href;
}

/** Names that never are of the internet. */
const isInside = (host: string): boolean => /(^|\.)(localhost|local|internal)\.?$/i.test(host);

/** Each event needs a scope of the client's. */
export function requireEvents({ scopes }: ApiClient, events: readonly WebhookEventName[]): void {
  const problems = events.flatMap((name, index): FieldProblem[] => {
    const { scope } = publicEvent(name);
    if (scopes.includes(scope)) return [];
    return [
      {
        path: `input.events.${index}`,
        code: 'SCOPE',
        message: `${name} needs a client with the scope ${scope}.`,
      },
    ];
  });
  if (problems.length) throw badInput(problems);
}

/** The hash of a query that is registered for the client and takes an id, of what all of the events are about. */
export async function requireDocument(
  tx: Transaction,
  client: ApiClient,
  documentId: string,
  events: readonly WebhookEventName[],
): Promise<string> {
  const refuse = (code: string, message: string) => badField('input.documentId', code, message);
  const hash = documentId.slice('sha256:'.length);
  const [document] = await tx.query<{ type: string; body: string }>(
    sql`select d.type, d.body from customer.persisted_document d where d.organisation_id = ${tx.organisationId}
        and d.client_id = ${client.id} and d.hash = ${hash}`,
  );
  if (!document) throw refuse('UNKNOWN', 'No such document is registered for the client.');
  if (document.type !== 'QUERY') throw refuse('NO_QUERY', 'The document is no query.');
  if (!/\$id\s*:/.test(document.body)) throw refuse('VARIABLE', 'The document has no variable `id`.');
  const types = new Set(events.map((name) => publicEvent(name).subject.type));
  if (types.size > 1) throw refuse('MIXED', 'With a document, all events are about one type.');
  return hash;
}
