import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null`;

const CLIENTS = `
-- A third party. What no client may ever do is no scope of any, whoever wrote the row.
create table customer.api_client (${RECORD},
  name text not null check (length(name) between 1 and 80),
  description text check (length(description) <= 300),
  scopes text[] not null check (cardinality(scopes) > 0),
  -- Null for all.
  service_centre_ids uuid[] check (cardinality(service_centre_ids) > 0),
  allowed_addresses text[] not null,
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  last_used_at timestamptz(3),
  primary key (organisation_id, id),
  constraint api_client_scopes check (
    array_to_string(scopes, ' ') !~ '(^| )(\\*|users|roles|settings|billingSettings|audit|clients|organisation|system)(:| |$)')
);
create unique index api_client_name on customer.api_client (organisation_id, lower(name)) where revoked_at is null;
create index api_client_newest on customer.api_client (organisation_id, created_at desc, id desc);

create table customer.api_client_secret (${RECORD},
  client_id uuid not null,
  secret_hash text not null check (secret_hash ~ '^[0-9a-f]{64}$'),
  ending text not null check (length(ending) = 4),
  expires_at timestamptz(3) not null,
  last_used_at timestamptz(3),
  primary key (organisation_id, id),
  unique (organisation_id, secret_hash),
  foreign key (organisation_id, client_id) references customer.api_client (organisation_id, id)
);
create index api_client_secret_newest on customer.api_client_secret (organisation_id, client_id, created_at desc, id desc);
`;

const DOCUMENTS = `
-- What a client may run: the text that its hash stands for, and no other.
create table customer.persisted_document (${RECORD},
  client_id uuid not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 200),
  type text not null check (type in ('QUERY', 'MUTATION', 'SUBSCRIPTION')),
  body text not null check (length(body) between 1 and 50000),
  last_ran_at timestamptz(3),
  primary key (organisation_id, id),
  unique (organisation_id, client_id, hash),
  foreign key (organisation_id, client_id) references customer.api_client (organisation_id, id),
  constraint persisted_document_hash check (hash = encode(sha256(convert_to(body, 'UTF8')), 'hex'))
);
create index persisted_document_newest on customer.persisted_document (organisation_id, created_at desc, id desc);
create index persisted_document_of on customer.persisted_document (organisation_id, client_id, created_at desc, id desc);
`;

/** What the gateway asks, and what it notes, for the organisation of the session. */
const DOOR = `
-- Who is behind a secret now, by its id out of a token or by its hash.
create function customer.client_principal(in_id uuid, in_hash text)
returns table (secret_id uuid, client_id uuid, permissions jsonb, service_centre_ids uuid[],
  allowed_addresses text[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, c.id, (select jsonb_object_agg(scope, 'all') from unnest(c.scopes) scope), c.service_centre_ids,
    c.allowed_addresses
  from customer.api_client_secret s
  join customer.api_client c on c.organisation_id = s.organisation_id and c.id = s.client_id
  where s.organisation_id = platform.organisation() and (s.id = in_id or s.secret_hash = in_hash)
    and s.expires_at > now() and c.revoked_at is null and c.expires_at > now();
$$;

create function customer.registered_document(in_client uuid, in_hash text) returns table (body text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select d.body from customer.persisted_document d
    where d.organisation_id = platform.organisation() and d.client_id = in_client and d.hash = in_hash;
$$;

-- That a secret was used, and which document with it. In the log once an hour: it runs for every minute of use.
create function customer.note_client_use(in_secret uuid, in_hash text, in_audit uuid, in_address text,
  in_user_agent text, in_request text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant uuid := platform.organisation();
  client uuid;
  before timestamptz;
begin
  select c.id, c.last_used_at into client, before
    from customer.api_client_secret s
    join customer.api_client c on c.organisation_id = s.organisation_id and c.id = s.client_id
    where s.organisation_id = tenant and s.id = in_secret;
  if client is null then return; end if;
  update customer.api_client_secret set last_used_at = now() where organisation_id = tenant and id = in_secret;
  update customer.api_client set last_used_at = now() where organisation_id = tenant and id = client;
  update customer.persisted_document set last_ran_at = now()
    where organisation_id = tenant and client_id = client and hash = in_hash;
  if before is null or before < now() - interval '1 hour' then
    insert into platform.audit_log (organisation_id, id, actor_kind, actor_id, action, entity_type, entity_id,
      new_values, address, user_agent, request_id)
    values (tenant, in_audit, 'CLIENT', client, 'use', 'ApiClient', client, '{}', in_address, in_user_agent, in_request);
  end if;
end $$;
`;

const ACCESS = `
call platform.protect('customer.api_client');
call platform.protect('customer.api_client_secret');
call platform.protect('customer.persisted_document');
grant select, insert, update on customer.api_client, customer.api_client_secret to liftbay_customer;
grant select, insert, update, delete on customer.persisted_document to liftbay_customer;
grant execute on function customer.client_principal(uuid, text), customer.registered_document(uuid, text),
  customer.note_client_use(uuid, text, uuid, text, text, text) to liftbay_gateway;
`;

export class Clients1795500000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CLIENTS, DOCUMENTS, DOOR, ACCESS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
