import { createHash, randomBytes } from 'node:crypto';
import { newId } from '../../shared/ids';
import type { Host, Maker } from './records.fixtures';

export const CLIENT_KINDS = ['apiClient', 'persistedDocument'] as const;

const unique = () => randomBytes(6).toString('hex');

/** Only administrators see any, so whose or where one is makes no difference. */
async function makeClient({ graph }: Parameters<Maker>[0], { shop, centre }: Host): Promise<string> {
  const id = newId();
  await graph.sql(
    `insert into customer.api_client (organisation_id, id, version, created_at, updated_at, name, scopes,
       service_centre_ids, allowed_addresses, expires_at)
     values ($1, $2, 1, now(), now(), $3, '{vehicles:read}', $4, '{}', now() + interval '1 day')`,
    [shop.id, id, `Client ${unique()}`, [centre]],
  );
  return id;
}

export const clientMakers: Readonly<Record<(typeof CLIENT_KINDS)[number], Maker>> = {
  apiClient: (world, host) => makeClient(world, host),

  async persistedDocument(world, host) {
    const id = newId();
    const body = `query Q${unique()} { me { kind } }`;
    await world.graph.sql(
      `insert into customer.persisted_document (organisation_id, id, version, created_at, updated_at, client_id, hash,
         name, type, body)
       values ($1, $2, 1, now(), now(), $3, $4, 'Q', 'QUERY', $5)`,
      [
        host.shop.id,
        id,
        await makeClient(world, host),
        createHash('sha256').update(body).digest('hex'),
        body,
      ],
    );
    return id;
  },
};
