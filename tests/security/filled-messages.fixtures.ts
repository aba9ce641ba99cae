import { newId } from '../../shared/ids';
import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import type { Stored } from './stored.fixtures';
import type { FilledShop } from './two-shops.fixtures';

type Filling = Pick<FilledShop, 'id' | 'centres' | 'marker' | 'known'> & { admin: { id: string } };

/** Of each table of messages something with the marker, the last made in use. */
export async function writeMessages(
  graph: TestGraph,
  stored: Stored,
  admin: GraphClient,
  shop: Filling,
): Promise<FilledShop['fitting']> {
  const { marker } = shop;
  const { customers } = await admin.ask<{ customers: { nodes: { id: string; email: string | null }[] } }>(
    'query ($search: String!) { customers(filter: { search: $search }) { nodes { id email } } }',
    { search: marker },
  );
  const customerId = customers.nodes.find(({ email }) => email === shop.known.email)!.id;
  // Who has brought a vehicle can be written to as well.
  await admin.ask(
    'mutation ($id: ID!, $email: String!) { updateCustomer(id: $id, input: { email: $email }) { id } }',
    {
      id: customers.nodes.find(({ email }) => email === null)!.id,
      email: `olaf@${marker}.example`,
    },
  );
  await admin.ask('mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }', {
    input: {
      customerId,
      channel: 'SMS',
      purpose: 'SERVICE',
      body: `Hello ${marker}`,
      serviceCentreId: shop.centres[0],
    },
  });
  await admin.ask('mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { id } }', {
    input: {
      customerId,
      channel: 'EMAIL',
      purpose: 'MARKETING',
      given: true,
      source: 'FORM',
      evidence: `Form ${marker}`,
    },
  });
  await admin.ask(
    `mutation ($body: String!) {
       updateMessageTemplate(input: { kind: STAFF_MESSAGE, channel: WHATSAPP, language: SW, body: $body }) { body }
       updateNotificationPreferences(input: { preferences: [{ category: LEAD, channel: SMS, enabled: false }] }) { enabled } }`,
    { body: `{{body}} ${marker}` },
  );
  await beTold(admin, shop);
  await stored.quiet(shop.id);
  // Nobody refuses a message while tests run, and no phone answers it.
  const [failed] = await graph.sql<{ id: string }>(
    `update customer.message set state = 'FAILED', error_code = '30006', related_type = 'Customer', related_id = customer_id
     where organisation_id = $1 and customer_id is not null and state <> 'SUPPRESSED' returning id`,
    [shop.id],
  );
  await graph.sql(
    `insert into customer.opt_out (organisation_id, id, version, created_at, updated_at, channel, address_hash, stopped, occurred_at)
     values ($1, $2, 1, now(), now(), 'SMS', $3, false, now())`,
    [shop.id, newId(), `${marker} of an address`],
  );
  const { notifications } = await admin.ask<{ notifications: { nodes: { id: string }[] } }>(
    '{ notifications { nodes { id } } }',
  );
  return { retryMessage: failed!, markNotificationRead: notifications.nodes[0]! };
}

/** The administrator is told of a job card, by the name of its vehicle. */
async function beTold(admin: GraphClient, { admin: { id: technicianId } }: Filling): Promise<void> {
  const { jobCards } = await admin.ask<{ jobCards: { nodes: { id: string; status: string }[] } }>(
    '{ jobCards(orderBy: NEWEST) { nodes { id status } } }',
  );
  const { id } = jobCards.nodes.find(({ status }) => status === 'CREATED')!;
  await admin.ask('mutation ($id: ID!, $to: ID!) { assignJobCard(id: $id, technicianId: $to) { id } }', {
    id,
    to: technicianId,
  });
}
