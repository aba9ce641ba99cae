import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APPS } from '../../program/apps';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { oneOf } from './care.fixtures';
import { accountOf, auditOf, createCustomer, eventually } from './customers.fixtures';
import { messageServers } from './message-servers.fixtures';
import { filesWith, type Person, somebody } from './privacy.fixtures';
import { runDueNow } from './sign-in.fixtures';

const servers = messageServers();
const folder = mkdtempSync(join(tmpdir(), 'liftbay-privacy-'));
const graph = useGraph({ environment: Object.assign(servers.environment, { DATA_FOLDER: folder }) });
let shop: Shop;
let manager: Member;
let person: Person;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  manager = await shop.staff('MANAGER');
  person = await somebody(graph, servers, shop, await shop.staff('TECHNICIAN'));
});

interface Export {
  id: string;
  status: string;
  parts: { part: string; done: boolean }[];
  file: { name: string; size: number; url: string } | null;
  expiresAt: string | null;
  readyAt: string | null;
  requestedBy: { id: string } | null;
}
const FIELDS = 'id status parts { part done } file { name size url } expiresAt readyAt requestedBy { id }';
const begin = (client: GraphClient, id: string, key: string | null = null) =>
  client.send<{ exportCustomerData: Export }>(
    `mutation ($id: ID!, $key: String) { exportCustomerData(customerId: $id, idempotencyKey: $key) { id status parts { part done } } }`,
    { id, key },
  );
async function exportsOf(client: GraphClient, id: string): Promise<Export[]> {
  const customer = await oneOf<{ dataExports: Export[] }>(
    client,
    `query ($id: ID!) { customer(id: $id) { dataExports { ${FIELDS.replace('requestedBy { id }', '')} } } }`,
    { id },
  );
  return customer.dataExports;
}
async function ready(client: GraphClient, customerId: string, exportId: string): Promise<Export> {
  let found: Export | undefined;
  await eventually(async () => {
    found = (await exportsOf(client, customerId)).find(({ id }) => id === exportId);
    expect(found!.status).toBe('READY');
  });
  return found!;
}
type Whole = Record<string, Record<string, Record<string, unknown>[]>>;
const download = async ({ file }: Export): Promise<Whole> =>
  (await fetch(file!.url)).json() as Promise<Whole>;

describe('an export', () => {
  it('holds everything, of every part of the program', async () => {
    const { data } = await begin(manager.client, person.customerId);
    const { id, status, parts } = data.exportCustomerData;
    expect(status).toBe('COLLECTING');
    expect(parts.map(({ part }) => part)).toEqual(APPS.map(({ name }) => name));
    const done = await ready(manager.client, person.customerId, id);
    expect(done.parts.every((part) => part.done)).toBe(true);
    expect(done.file!.name).toMatch(/^Shop .* CUS-\d{6}\.json$/);
    expect([done.readyAt, done.expiresAt]).toEqual(Array(2).fill(expect.stringMatching(/Z$/)));
    expect(Math.round((Date.parse(done.expiresAt!) - Date.parse(done.readyAt!)) / 86_400_000)).toBe(7);
    const whole = await download(done);
    for (const app of APPS)
      expect([app.name, Object.keys(whole[app.name]!).sort()]).toEqual([
        app.name,
        Object.keys(app.personalData!.sections).sort(),
      ]);
    const empty = APPS.flatMap(({ name }) =>
      Object.entries(whole[name]!).flatMap(([section, rows]) => (rows.length ? [] : section)),
    );
    expect(empty).toEqual([]);
    const [marker] = person.traces;
    const withMarker = (part: string, section: string) =>
      expect([section, JSON.stringify(whole[part]![section])]).toEqual([
        section,
        expect.stringContaining(marker!),
      ]);
    for (const section of [
      'customer',
      'contacts',
      'leads',
      'account',
      'sessions',
      'files',
      'messages',
      'feedback',
    ])
      withMarker('customer', section);
    for (const section of ['complaints', 'complaintHistory']) withMarker('customer', section);
    withMarker('vehicle', 'vehicles');
    for (const section of ['jobCards', 'jobCardHistory']) withMarker('workshop', section);
    expect(whole.customer!.customer![0]).toMatchObject({
      id: person.customerId,
      email: person.email,
      street: `Via ${marker}`,
      dateOfBirth: '1980-02-03',
      notes: `Notes ${marker}`,
    });
    expect(whole.workshop!.jobCards).toHaveLength(4);
    expect(JSON.stringify(whole)).not.toMatch(/argon2|passwordHash|mfaSecret/);
    expect((await auditOf(graph, person.customerId)).map(({ action }) => action)).toContain('export');
  });

  it('is one while it is under way, with fifty at once, and leaves no parts behind', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => begin(manager.client, person.customerId)),
    );
    const ids = new Set(answers.map(({ data }) => data.exportCustomerData.id));
    expect(ids.size).toBeLessThan(5);
    for (const id of ids) await ready(manager.client, person.customerId, id);
    const key = 'the same export';
    const [one, two] = [
      await begin(manager.client, person.customerId, key),
      await begin(manager.client, person.customerId, key),
    ];
    expect(two.data.exportCustomerData.id).toBe(one.data.exportCustomerData.id);
    await ready(manager.client, person.customerId, one.data.exportCustomerData.id);
    await eventually(async () =>
      expect(filesWith(folder, person.traces).filter((path) => path.includes('exports'))).toEqual([]),
    );
  });

  it('is for who asked for it, and for nobody else, whatever they may see', async () => {
    const { data } = await begin(manager.client, person.customerId);
    const { id } = data.exportCustomerData;
    await ready(manager.client, person.customerId, id);
    const [row] = await graph.sql<{ file_id: string }>(
      'select file_id from customer.data_export where id = $1',
      [id],
    );
    const colleague = await shop.staff('MANAGER');
    const technician = await shop.staff('TECHNICIAN');
    for (const { client } of [colleague, shop.admin, person]) {
      const seen = (await exportsOf(client, person.customerId)).find((each) => each.id === id)!;
      expect([seen.status, seen.file]).toEqual(['READY', null]);
    }
    for (const { client } of [colleague, shop.admin, person, technician]) {
      const file = await oneOf(client, 'query ($id: ID!) { file(id: $id) { id } }', { id: row!.file_id });
      expect(file).toBeNull();
    }
    const asked = await oneOf<{ dataExports: { requestedBy: { id: string } }[] }>(
      manager.client,
      'query ($id: ID!) { customer(id: $id) { dataExports { requestedBy { id } } } }',
      { id: person.customerId },
    );
    expect(asked.dataExports[0]!.requestedBy).toEqual({ id: manager.id });
  });

  it('is deleted after a week', async () => {
    const other = await createCustomer(manager.client, { lastName: 'Weekly', notes: 'Unmistakable' });
    const { data } = await begin(manager.client, other.id);
    const { id } = data.exportCustomerData;
    const { file } = await ready(manager.client, other.id, id);
    expect((await fetch(file!.url)).status).toBe(200);
    await runDueNow(graph);
    await eventually(async () => {
      const [ended] = await exportsOf(manager.client, other.id);
      expect(ended).toMatchObject({ id, status: 'EXPIRED', file: null });
      expect((await fetch(file!.url)).status).toBe(404);
    });
    expect(filesWith(folder, ['Unmistakable'])).toEqual([]);
  });
});

describe('who may', () => {
  it('customers their own, managers those of their service centres, others nobody’s', async () => {
    const other = await createCustomer(manager.client);
    const { client } = await accountOf(graph, shop, other.id);
    const own = await begin(client, other.id);
    expect((await ready(client, other.id, own.data.exportCustomerData.id)).file).not.toBeNull();
    const there = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
    const stranger = (await graph.shop()).admin;
    for (const by of [client, there.client, stranger.client])
      expect((await begin(by, person.customerId)).code).toBe('NOT_FOUND');
    for (const role of ['ADVISOR', 'RECEPTIONIST', 'TECHNICIAN', 'ACCOUNTANT']) {
      const member = await shop.staff(role);
      expect((await begin(member.client, person.customerId)).code).toBe('FORBIDDEN');
    }
  });
});
