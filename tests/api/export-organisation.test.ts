import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { until } from '../harness/until';
import { unzip } from '../reporting/unzip.fixtures';
import {
  endow,
  type Given,
  giveRole,
  holderOf,
  makeRole,
  type RoleHolder,
} from '../security/custom-role.fixtures';
import { createCustomer, createVehicle } from './customers.fixtures';
import { type ExportJob, ended, FIELDS, fetched, jobOf } from './exports.fixtures';
import { reachableCustomer, sendMessage } from './messages.fixtures';

const graph = useGraph();
let shop: Shop;
let customer: { id: string; code: string };
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  customer = await createCustomer(shop.admin.client, {
    lastName: 'Lovelace',
    address: { street: 'Via Emilia 1', city: 'Modena', country: 'IT' },
    notes: 'Calls before nine.',
  });
  await createVehicle(shop.admin.client, { ownerId: customer.id });
  const other = await graph.shop();
  await createCustomer(other.admin.client, { lastName: 'Strange' });
});

const EXPORT = `mutation ($key: String) { exportOrganisation(idempotencyKey: $key) { ${FIELDS} } }`;
const begin = async (client = shop.admin.client, key: string | null = null) =>
  (await client.ask<{ exportOrganisation: ExportJob }>(EXPORT, { key })).exportOrganisation;

type Files = Map<string, Record<string, unknown>[]>;
interface Manifest {
  organisationId: string;
  personalData: boolean;
  files: { name: string; rows: number }[];
}
async function copied(job: ExportJob): Promise<{ files: Files; manifest: Manifest; whole: string }> {
  const parts = unzip((await fetched(job)).bytes);
  const manifest = JSON.parse(parts.get('manifest.json')!) as Manifest;
  parts.delete('manifest.json');
  const files: Files = new Map();
  for (const [name, text] of parts)
    files.set(
      name,
      text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    );
  return { files, manifest, whole: [...parts.values()].join('') };
}
const finished = async (client = shop.admin.client) => ended(client, (await begin(client)).id);

async function inAllCentres(given: Given): Promise<RoleHolder> {
  const member = await shop.staff('TECHNICIAN', { allCentres: true });
  const roleId = await makeRole(shop, given);
  await giveRole(shop, member.id, roleId);
  return { ...member, roleId };
}

test('all records of the organisation, as they are, and none of another’s', async () => {
  const job = await finished();
  expect(job).toMatchObject({ status: 'DONE', format: 'ZIP', list: null, report: null, failure: null });
  const { headers } = await fetched(job);
  expect(headers.get('content-type')).toBe('application/zip');
  expect(headers.get('content-disposition')).toContain('organisation');
  const { files, manifest, whole } = await copied(job);
  expect(manifest).toMatchObject({ organisationId: shop.id, personalData: true });
  expect(manifest.files).toEqual([...files].map(([name, rows]) => ({ name, rows: rows.length })));
  expect(job.rowsWritten).toBe([...files.values()].reduce((sum, rows) => sum + rows.length, 0));

  const [row, ...others] = files.get('customer/customer-1.ndjson')!;
  expect(others).toEqual([]);
  expect(row).toMatchObject({ id: customer.id, code: customer.code, lastName: 'Lovelace' });
  expect(row).toMatchObject({ street: 'Via Emilia 1', notes: 'Calls before nine.' });
  expect(files.get('vehicle/vehicle-1.ndjson')).toHaveLength(1);
  expect(files.get('billing/invoice-1.ndjson')).toEqual([]);
  for (const rows of files.values())
    for (const { organisationId } of rows) expect(organisationId).toBe(shop.id);
  expect(whole).not.toContain('Strange');

  const users = files.get('customer/user_account-1.ndjson')!;
  expect(users.map(({ id }) => id)).toContain(shop.admin.id);
  expect(users.filter((user) => 'passwordHash' in user || 'mfaSecret' in user)).toEqual([]);
  expect(whole).not.toContain('$argon2');
  expect([...files.keys()].filter((name) => /session|token|registration/.test(name))).toEqual([]);

  const audited = files.get('platform/report_audit_log-1.ndjson')!;
  expect(audited).toContainEqual(
    expect.objectContaining({ action: 'create', entityType: 'Customer', entityId: customer.id }),
  );
  const [entry] = await graph.sql<{ actor_id: string; new_values: object }>(
    `select actor_id, new_values from platform.audit_log
     where organisation_id = $1 and entity_type = 'Organisation' and action = 'export' order by id desc limit 1`,
    [shop.id],
  );
  expect(entry).toEqual({ actor_id: shop.admin.id, new_values: { export: job.id, personal: true } });
});

test('every table has as many lines as the organisation has rows', async () => {
  const { files } = await copied(await finished());
  const LATER = /audit_log|access_log|export_job|notification/;
  const counted = [...files].filter(([name]) => !LATER.test(name));
  expect(counted.length).toBeGreaterThan(80);
  for (const [name, rows] of counted) {
    const table = name.replace('/', '.').replace('-1.ndjson', '');
    const [{ many } = { many: -1 }] = await graph.sql<{ many: number }>(
      `select count(*)::integer as many from ${table} where organisation_id = $1`,
      [shop.id],
    );
    expect([name, rows.length]).toEqual([name, many]);
  }
});

test('a message that signs somebody in is there without its words', async () => {
  await shop.admin.client.ask(
    'mutation ($input: PasswordResetRequestInput!) { requestPasswordReset(input: $input) }',
    { input: { organisation: shop.slug, login: shop.admin.email } },
  );
  const { id: customerId } = await reachableCustomer(shop.admin.client);
  await sendMessage(shop.admin.client, { customerId, channel: 'SMS' });
  await until('both are written', async () => {
    const rows = await graph.sql('select from customer.message where organisation_id = $1', [shop.id]);
    return rows.length === 2;
  });
  const messages = (await copied(await finished())).files.get('customer/message-1.ndjson')!;
  expect(messages.map(({ confidential }) => confidential).sort()).toEqual([false, true]);
  for (const { confidential, body, subject } of messages)
    if (confidential) expect([body, subject]).toEqual([null, null]);
    else expect(body).toEqual(expect.any(String));
});

test('who may not see all of customers and the logs gets the records without persons', async () => {
  const holder = await inAllCentres({ 'organisation:export': 'ALL', 'reports:read': 'ALL' });
  const { files, manifest, whole } = await copied(await finished(holder.client));
  expect(manifest.personalData).toBe(false);
  const [row] = files.get('customer/customer-1.ndjson')!;
  expect(row).toMatchObject({ id: customer.id, code: customer.code });
  for (const words of ['Lovelace', 'Via Emilia 1', 'Calls before nine.']) expect(whole).not.toContain(words);
  expect(files.has('platform/report_audit_log-1.ndjson')).toBe(false);
});

test('it is for administrators, and still theirs when it is made', async () => {
  const { code } = await (await shop.staff('MANAGER')).client.send(EXPORT);
  expect(code).toBe('FORBIDDEN');
  const ofOneCentre = await holderOf(shop, { 'organisation:export': 'ALL', 'reports:read': 'ALL' });
  expect((await ofOneCentre.client.send(EXPORT)).code).toBe('FORBIDDEN');
  const before = await graph.sql('select from reporting.export_job where organisation_id = $1', [shop.id]);
  const job = await finished();
  const stranger = (await graph.shop()).admin.client;
  const other = (await shop.staff('ADMIN')).client;
  for (const client of [stranger, other])
    expect((await client.send(`query ($id: ID!) { exportJob(id: $id) { id } }`, { id: job.id })).code).toBe(
      'NOT_FOUND',
    );
  const after = await graph.sql('select from reporting.export_job where organisation_id = $1', [shop.id]);
  expect(after.length).toBe(before.length + 1);
});

test('who has lost the right meanwhile gets no file', async () => {
  const holder = await inAllCentres({ 'organisation:export': 'ALL', 'reports:read': 'ALL' });
  const { id } = await finished(holder.client);
  await endow(holder, shop, { 'reports:read': 'ALL' });
  await graph.sql("update reporting.export_job set status = 'RUNNING' where id = $1", [id]);
  await graph.sql(
    `select graphile_worker.add_job('zip-organisation', json_build_object('exportId', $1::text, 'organisationId', $2::text))`,
    [id, shop.id],
  );
  expect(await ended(holder.client, id)).toMatchObject({ status: 'FAILED', failure: 'FORBIDDEN', url: null });
});

test('asked twice with one key it is one; it goes with its file when its time is over', async () => {
  const { id } = await begin(shop.admin.client, 'once and no more');
  expect((await begin(shop.admin.client, 'once and no more')).id).toBe(id);
  const job = await ended(shop.admin.client, id);
  await graph.sql(
    `select graphile_worker.add_job('delete-export', json_build_object('exportId', $1::text, 'organisationId', $2::text))`,
    [id, shop.id],
  );
  await until('it is gone', async () => {
    const { code } = await shop.admin.client.send(`query ($id: ID!) { exportJob(id: $id) { id } }`, { id });
    return code === 'NOT_FOUND';
  });
  expect((await fetch(job.url!)).status).toBe(404);
  await expect(jobOf(shop.admin.client, id)).rejects.toThrow();
});
