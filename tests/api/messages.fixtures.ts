import { randomInt } from 'node:crypto';
import twilio from 'twilio';
import { newId } from '../../shared/ids';
import type { GraphAnswer, GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { createCustomer } from './customers.fixtures';

export const TOKEN = 'a token of Twilio';
export const PUBLIC_URL = 'https://bay.example';

export const newPhone = (): string => `+39333${String(randomInt(10_000_000)).padStart(7, '0')}`;

export interface Message {
  id: string;
  version: number;
  kind: string;
  channel: string;
  state: string;
  basis: string;
  suppressedBecause: string | null;
  recipient: string;
  subject: string | null;
  body: string;
  attempts: number;
  errorCode: string | null;
  sentAt: string | null;
  deliveredAt: string | null;
  relatedType: string | null;
  relatedId: string | null;
}

const MESSAGE = `id version kind channel state basis suppressedBecause recipient subject body attempts errorCode
  sentAt deliveredAt relatedType relatedId`;

export const sendMessage = (
  client: GraphClient,
  input: Record<string, unknown>,
): Promise<GraphAnswer<{ sendMessage: Message }>> =>
  client.send(`mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ${MESSAGE} } }`, {
    input: { purpose: 'SERVICE', body: 'Your car is ready.', ...input },
  });

export async function messagesOf(
  client: GraphClient,
  filter: Record<string, unknown> = {},
): Promise<Message[]> {
  const { messages } = await client.ask<{ messages: { nodes: Message[] } }>(
    `query ($filter: MessageFilter!) { messages(filter: $filter, first: 100) { nodes { ${MESSAGE} } } }`,
    { filter },
  );
  return messages.nodes;
}

export interface Notification {
  id: string;
  kind: string;
  type: string;
  category: string;
  title: string;
  message: string;
  relatedType: string | null;
  relatedId: string | null;
  actionUrl: string | null;
  readAt: string | null;
}

export async function notificationsOf(
  client: GraphClient,
  filter: Record<string, unknown> = {},
): Promise<Notification[]> {
  const { notifications } = await client.ask<{ notifications: { nodes: Notification[] } }>(
    `query ($filter: NotificationFilter!) { notifications(filter: $filter, first: 100) {
       nodes { id kind type category title message relatedType relatedId actionUrl readAt } } }`,
    { filter },
  );
  return notifications.nodes;
}

export const consent = (
  client: GraphClient,
  input: Record<string, unknown>,
): Promise<GraphAnswer<{ recordConsent: { id: string } }>> =>
  client.send('mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { id } }', {
    input: { channel: 'SMS', purpose: 'SERVICE', given: false, source: 'IN_PERSON', ...input },
  });

/** A customer with a phone and an e-mail that nobody else has. */
export async function reachableCustomer(
  client: GraphClient,
  input: Record<string, unknown> = {},
): Promise<{ id: string; phone: string; email: string }> {
  const phone = newPhone();
  const email = `c${phone.slice(1)}@mail.example`;
  const { id } = await createCustomer(client, { phone, email, language: 'en', ...input });
  return { id, phone, email };
}

/** An event as a subgraph emits it: by the platform's own function, which also queues its handlers. */
export async function emit(
  graph: TestGraph,
  shop: Pick<Shop, 'id'>,
  name: string,
  subject: { type: string; id?: string },
  payload: Record<string, unknown>,
): Promise<string> {
  const id = newId();
  const event = {
    id,
    name,
    subjectType: subject.type,
    subjectId: subject.id ?? newId(),
    payload,
    actor: { kind: 'SYSTEM', id: null },
    requestId: 'test-request',
  };
  await graph.sql(
    `with scope as materialized (select set_config('liftbay.organisation', $1, true))
     select platform.settle('[]', '[]', $2) from scope`,
    [shop.id, JSON.stringify([event])],
  );
  return id;
}

/** What Twilio would send to one of our addresses, signed as it signs, with the token it has. */
export async function fromTwilio(
  graph: TestGraph,
  address: string,
  form: Record<string, string>,
  { token = TOKEN, signature = null as string | null } = {},
): Promise<number> {
  const url = PUBLIC_URL + address;
  const signed = signature ?? twilio.getExpectedTwilioSignature(token, url, form);
  const response = await fetch(graph.url + address, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'x-twilio-signature': signed,
    },
    body: new URLSearchParams(form),
  });
  await response.text();
  return response.status;
}

let replies = 0;

/** Somebody answers a message. */
export const reply = (
  graph: TestGraph,
  from: string,
  body: string,
  more: Record<string, string> = {},
): Promise<number> => {
  replies += 1;
  return fromTwilio(graph, '/webhooks/twilio/replies', {
    From: from,
    To: '+15005550006',
    Body: body,
    MessageSid: `SM${Date.now()}${String(replies).padStart(8, '0')}`,
    ...more,
  });
};

/** What a message is that may go out: how far it has come by the time of the answer is the worker's doing. */
export const UNDER_WAY: unknown = expect.stringMatching(/^(QUEUED|SENT|DELIVERED)$/);
