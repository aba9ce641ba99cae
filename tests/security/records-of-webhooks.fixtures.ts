import { newId } from '../../shared/ids';
import { createClient, createEndpoint } from '../api/webhooks.fixtures';
import type { TestGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { keepDelivery } from './filled-webhooks.fixtures';
import type { Host, Maker, Makers } from './records.fixtures';

export const WEBHOOK_KINDS = ['toldClient', 'webhookEndpoint', 'webhookDelivery'] as const;

/** Only administrators see any, so whose or where one is makes no difference. */
async function makeClient({ graph }: Makers, { shop, centre }: Host): Promise<string> {
  const id = newId();
  await graph.sql(
    `insert into customer.api_client (organisation_id, id, version, created_at, updated_at, name, scopes,
       service_centre_ids, allowed_addresses, expires_at)
     values ($1, $2, 1, now(), now(), $3, '{serviceRequests:read}', $4, '{}', now() + interval '1 day')`,
    [shop.id, id, `Told ${id}`, [centre]],
  );
  return id;
}

const sealed = new Map<string, Promise<string>>();

/** A secret as it is stored: the program seals it, once for each shop. */
async function sealedSecret(graph: TestGraph, shop: Shop): Promise<string> {
  const { client } = shop.admin;
  const { id: clientId } = await createClient(client, { scopes: ['serviceRequests:read'] });
  const given = { clientId, url: 'https://hooks.example.com/', events: ['SERVICE_REQUEST_REJECTED'] };
  const { id } = await createEndpoint(client, given);
  const [row] = await graph.sql<{ secret: string }>(
    'select secret from customer.webhook_endpoint where id = $1',
    [id],
  );
  return row!.secret;
}

async function makeEndpoint(world: Makers, host: Host): Promise<string> {
  const { shop } = host;
  const secret = sealed.get(shop.id) ?? sealedSecret(world.graph, shop);
  sealed.set(shop.id, secret);
  const id = newId();
  await world.graph.sql(
    `insert into customer.webhook_endpoint (organisation_id, id, version, created_at, updated_at, client_id, url, events,
       secret)
     values ($1, $2, 1, now(), now(), $3, 'https://hooks.example.com/', '{SERVICE_REQUEST_REJECTED}', $4)`,
    [shop.id, id, await makeClient(world, host), await secret],
  );
  return id;
}

export const webhookMakers: Readonly<Record<(typeof WEBHOOK_KINDS)[number], Maker>> = {
  toldClient: (world, host) => makeClient(world, host),
  webhookEndpoint: (world, host) => makeEndpoint(world, host),
  webhookDelivery: async (world, host) =>
    keepDelivery(world.graph, host.shop.id, await makeEndpoint(world, host), 'taken'),
};
