import { setTimeout as pause } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { SUBGRAPHS } from '../environment';
import { LOGIN_ROLES, loginRoleName, nologinRoleNames, OWNER, rolePassword } from './roles';

/** Roles belong to the whole cluster, and no lock does: who prepares another database meanwhile gets in the way. */
const COLLISION = /^(23505|42710|40P01|XX000)$/;
const MOST_ATTEMPTS = 100;

/**
 * What only the administrator's login can do: roles, schemas and extensions. Idempotent; the caller holds the
 * migration lock of this database.
 */
export async function bootstrapDatabase(databaseUrl: string, secretKey: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await untilNobodyCollides(client, () => createRoles(client, secretKey));
    await client.query(`grant create, connect on database ${await databaseName(client)} to ${OWNER}`);
    for (const schema of ['platform', ...SUBGRAPHS])
      await client.query(`create schema if not exists ${schema} authorization ${OWNER}`);
    for (const extension of ['pg_trgm', 'btree_gist', 'btree_gin'])
      await client.query(`create extension if not exists ${extension} with schema public`);
    await client.query('grant usage on schema public to public');
  } finally {
    await client.end();
  }
}

async function databaseName(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select quote_ident(current_database()) as name');
  return rows[0]!.name;
}

async function untilNobodyCollides(client: Client, work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query('begin');
      await work();
      await client.query('commit');
      return;
    } catch (error) {
      await client.query('rollback');
      const collided = error instanceof DatabaseError && COLLISION.test(error.code ?? '');
      if (!collided || attempt === MOST_ATTEMPTS) throw error;
      await pause(10 + Math.random() * 90);
    }
  }
}

async function createRoles(client: Client, secretKey: string): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    "select rolname from pg_roles where rolname like 'liftbay%'",
  );
  const existing = new Set(rows.map((row) => row.rolname));
  for (const name of nologinRoleNames())
    if (!existing.has(name)) await client.query(`create role ${name} nologin`);
  for (const role of LOGIN_ROLES) {
    const name = loginRoleName(role);
    if (!existing.has(name)) await client.query(`create role ${name} login`);
    await client.query(`alter role ${name} with login password '${rolePassword(secretKey, role)}'`);
  }
  const inner = nologinRoleNames().filter((name) => name !== OWNER);
  await client.query(`grant ${inner.join(', ')} to ${OWNER}`);
  await client.query(`grant ${OWNER} to current_user`);
}
