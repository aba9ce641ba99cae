import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getNamedType, isObjectType } from 'graphql';
import { eventually } from '../api/customers.fixtures';
import { cloneDatabase } from '../harness/databases';
import { expectWithin, type Lasted } from '../harness/durations';
import { baseEnvironment } from '../harness/environment';
import { countShop, readWelcome, signInAs, type Welcome } from './demo.fixtures';
import { cleanUp, newFolder, Program, postgresProcesses, ROOT, stillAlive, traces } from './program.fixtures';
import { blocks, README, runInShell } from './readme.fixtures';

const ROLES = ['admin', 'manager', 'advisor', 'receptionist', 'technician', 'accountant'];
const apiSchema = () => buildSchema(readFileSync(join(ROOT, 'schema/api.graphql'), 'utf8'));
const SHOP = { customers: 202, vehicles: 302, jobCards: 518 };

let folder: string;
afterAll(cleanUp);

describe('the first start on a bare machine', () => {
  let program: Program;
  let first: Lasted;
  let welcome: Welcome;

  beforeAll(async () => {
    folder = await newFolder();
    program = await Program.start({ folder });
    first = await program.answers();
    welcome = await readWelcome(program);
  });

  it('answers within 20 seconds', () => expectWithin('first answer of the first start', first, 20));

  it('says where it is', () => {
    expect(program.stdout).toContain(`Liftbay is at ${program.url} `);
    expect(program.stdout).toContain(`the graph at ${program.url}/graphql`);
  });

  it('serves a page that loads nothing from elsewhere, and whose first query is answered', async () => {
    const page = await fetch(`${program.url}/`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const html = await page.text();
    const loaded = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);
    expect(loaded.length).toBeGreaterThan(4);
    for (const address of loaded) {
      expect(address).toMatch(/^\//);
      expect([address, (await fetch(program.url + address)).status]).toEqual([address, 200]);
    }
    const query = /data-query="([^"]*)"/.exec(html)![1]!;
    const admin = await signInAs(program, 'admin');
    expect(await admin.ask(query)).toEqual({
      me: {
        user: { displayName: 'Anna Fagioli', role: { name: expect.any(String) } },
        organisation: { name: 'Carrozzeria Fagioli' },
      },
    });
  });

  it('prints one sign-in for each role', () => {
    expect(welcome.signIns.map(({ role }) => role)).toEqual(ROLES);
  });

  it.each(ROLES)('lets the printed %s sign in', async (role) => {
    const client = await signInAs(program, role);
    const { me } = await client.ask<{ me: { user: { email: string; role: { kind: string } } } }>(
      '{ me { user { email role { kind } } } }',
    );
    const { email } = welcome.signIns.find((signIn) => signIn.role === role)!;
    expect(me.user).toEqual({ email, role: { kind: role.toUpperCase() } });
  });

  it('fills the shop behind what it serves, and tells how far it is', async () => {
    await program.said(/Filling the demo shop: 100 %/);
    const told = [...program.stdout.matchAll(/Filling the demo shop: (\d+) %/g)];
    expect(told.map(([, percent]) => percent)).toEqual(['25', '50', '75', '100']);
    expect(program.stdout.indexOf('Filling')).toBeGreaterThan(program.stdout.indexOf('Ctrl-C stops'));
    const shop = await countShop(await signInAs(program, 'admin'));
    expect(shop).toEqual(SHOP);
  });

  it('has something for every list of the graph', async () => {
    const admin = await signInAs(program, 'admin');
    const lists = Object.values(apiSchema().getQueryType()!.getFields()).filter(({ type }) => {
      const page = getNamedType(type);
      return isObjectType(page) && page.getFields().totalCount;
    });
    expect(lists.length).toBeGreaterThan(30);
    const empty: string[] = [];
    for (const { name } of lists) {
      const told = await admin.ask<Record<string, { totalCount: number }>>(`{ ${name} { totalCount } }`);
      if (told[name]!.totalCount === 0) empty.push(name);
    }
    // Reads of personal data come with whoever reads, and a webhook needs somebody who takes it.
    const notYet = ['accessLogs', 'webhookDeliveries', 'webhookEndpoints'];
    expect(empty.filter((name) => !notYet.includes(name))).toEqual([]);
  });

  it('has photos, what was announced by the web page, money paid ahead and money given back', async () => {
    const admin = await signInAs(program, 'admin');
    const { jobCards, payments, deposits } = await admin.ask<{
      jobCards: { nodes: { preCheckIn: object | null; photos: { url: string }[] }[] };
      payments: { nodes: { refunds: { amount: { amount: string } }[] }[] };
      deposits: { totalCount: number };
    }>(`{ jobCards(first: 40, filter: { status: [CREATED, IN_PROGRESS] }) {
        nodes { preCheckIn { make } photos { url } } }
      payments(filter: { method: CASH, deposit: false }) { nodes { refunds { amount { amount } } } }
      deposits: payments(filter: { deposit: true }) { totalCount } }`);
    expect(jobCards.nodes.filter(({ preCheckIn }) => preCheckIn)).toHaveLength(2);
    const photos = jobCards.nodes.flatMap((card) => card.photos);
    expect(photos).toHaveLength(9);
    expect((await fetch(photos[0]!.url)).headers.get('content-type')).toBe('image/jpeg');
    expect(payments.nodes.flatMap(({ refunds }) => refunds)).toEqual([{ amount: { amount: '10.00' } }]);
    expect(deposits.totalCount).toBe(1);
  });

  it('buys for the shop: suppliers, an order that waits for approval, one that came in part, a request', async () => {
    const manager = await signInAs(program, 'manager');
    await eventually(async () => {
      const bought = await manager.ask<{
        suppliers: { totalCount: number };
        purchaseOrders: { nodes: { status: string; partlyReceived: boolean }[] };
        purchaseRequests: { totalCount: number };
      }>(`{ suppliers { totalCount } purchaseRequests(filter: { search: "WB" }) { totalCount }
        purchaseOrders(filter: { status: [ORDERED, PENDING] }, orderBy: OLDEST) { nodes { status partlyReceived } } }`);
      expect(bought).toEqual({
        suppliers: { totalCount: 2 },
        purchaseRequests: { totalCount: 1 },
        purchaseOrders: {
          nodes: [
            { status: 'ORDERED', partlyReceived: true },
            { status: 'PENDING', partlyReceived: false },
          ],
        },
      });
    });
  });

  it('stocks the shop: shelves with what it cost, something that is low, and something on its way to the van', async () => {
    const manager = await signInAs(program, 'manager');
    await eventually(async () => {
      const stock = await manager.ask<object>(`{
        stockLevels(filter: { search: "OIL 5W30", inStock: true }) { nodes { onHand bin value { amount } } }
        lowStock { nodes { available reorderPoint part { sku } } }
        transfers { nodes { status from { name } to { name } lines { inTransit part { sku } } } } }`);
      expect(stock).toEqual({
        stockLevels: {
          nodes: [
            { onHand: '42.5', bin: 'OIL-1', value: { amount: expect.stringMatching(/^2\d\d\.\d\d$/) } },
          ],
        },
        lowStock: {
          nodes: [
            { available: '0', reorderPoint: '2', part: { sku: 'AF 2210' } },
            { available: '3', reorderPoint: '3', part: { sku: 'BP 1187' } },
            { available: '6', reorderPoint: '6', part: { sku: 'OF 3502' } },
          ],
        },
        transfers: {
          nodes: [
            {
              status: 'SHIPPED',
              from: { name: expect.any(String) },
              to: { name: 'Van 1' },
              lines: [
                { inTransit: '4', part: { sku: 'OF 3502' } },
                { inTransit: '1', part: { sku: 'BP 1187' } },
              ],
            },
          ],
        },
      });
    });
  });

  it('works on the jobs of the shop, which come to every state that there is, with their services', async () => {
    const manager = await signInAs(program, 'manager');
    const STATES = ['CREATED', 'INSPECTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_PARTS', 'WAITING_APPROVAL']
      .concat(['PAUSED', 'COMPLETED', 'DELIVERED', 'CANCELLED'])
      .map(
        (status) =>
          `${status}: jobCards(filter: { status: [${status}] }, first: 1) { nodes { services { status } } }`,
      );
    interface Worked {
      nodes: { services: { status: string }[] }[];
    }
    await eventually(async () => {
      const worked = await manager.ask<Record<string, Worked>>(`{ ${STATES.join(' ')} }`);
      const without = Object.entries(worked).filter(([, { nodes }]) => nodes.length === 0);
      expect(without.map(([status]) => status)).toEqual([]);
      const services = (status: string) => worked[status]!.nodes[0]!.services.map((each) => each.status);
      expect(services('IN_PROGRESS')).toEqual(['IN_PROGRESS', 'PENDING']);
      expect(services('DELIVERED')).toEqual(['COMPLETED', 'SKIPPED']);
    });
    // The last one of them.
    await eventually(async () =>
      expect(
        await manager.ask('{ jobCards(filter: { search: "276", status: [CANCELLED] }) { totalCount } }'),
      ).toEqual({ jobCards: { totalCount: 1 } }),
    );
  });

  it('answers the printed query', async () => {
    const manager = await signInAs(program, 'manager');
    const { jobCards } = await manager.ask<{ jobCards: { nodes: object[] } }>(welcome.query);
    expect(jobCards.nodes).toHaveLength(5);
    for (const node of jobCards.nodes)
      expect(node).toEqual({
        number: expect.stringMatching(/^JC-/),
        status: expect.any(String),
        vehicle: {
          plate: expect.any(String),
          make: expect.any(String),
          owner: { firstName: expect.any(String), lastName: expect.any(String) },
        },
      });
  });

  describe('README.md', () => {
    it('starts and tests with scripts that there are', () => {
      const { scripts } = require(join(ROOT, 'package.json')) as { scripts: Record<string, string> };
      const [start, test] = blocks('sh', 'Two commands');
      expect([start, test]).toEqual(['npm ci && npm start\n', 'npm test\n']);
      expect(scripts).toMatchObject({ start: 'node dist/main.js', test: 'jest' });
      const named = [...README.matchAll(/`npm run ([a-z]+)/g)].map(([, name]) => name!);
      expect(named.filter((name) => !scripts[name])).toEqual([]);
    });

    it('has a first query that is answered to whom it names', async () => {
      const [, login, password, organisation] =
        /sign in as `([^`]+)` with `([^`]+)`, organisation `([^`]+)`/.exec(README) ?? [];
      const [query] = blocks('graphql', 'A first query');
      const { login: session } = await program
        .client()
        .ask<{ login: { accessToken: string } }>(
          'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }',
          { input: { login, password, organisation } },
        );
      const { jobCards } = await program
        .client(session.accessToken)
        .ask<{ jobCards: { nodes: object[] } }>(query!);
      expect(jobCards.nodes).toHaveLength(5);
    });

    it('has commands that work as they are pasted', async () => {
      const commands = blocks('sh', 'A first query');
      expect(commands).toHaveLength(1);
      const answer = JSON.parse(await runInShell(commands[0]!, program.url, folder)) as {
        data: { vehicles: { totalCount: number; nodes: object[] } };
      };
      expect(answer).toEqual({ data: { vehicles: expect.anything() } });
      expect(answer.data.vehicles.totalCount).toBeGreaterThan(2);
      expect(answer.data.vehicles.nodes).toHaveLength(3);
      expect(answer.data.vehicles.nodes[0]).toMatchObject({ model: 'Panda', plate: expect.any(String) });
    });
  });

  it('ends at Ctrl-C with its database, and said nothing alarming', async () => {
    await (await signInAs(program, 'admin')).ask(
      'mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { id } }',
      { input: { name: 'Carrozzeria Nuova' } },
    );
    const processes = await postgresProcesses(folder);
    expect(processes.length).toBeGreaterThan(3);
    program.interrupt();
    expect(await program.ended).toEqual({ code: 0, signal: null });
    expect(await stillAlive(processes)).toEqual([]);
    expect(traces(folder)).toEqual([]);
    const lines = program.stderr.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ level: 'info', message: 'stopping', signal: 'SIGINT' }),
    ]);
  });
});

describe('a later start', () => {
  it('answers within 8 seconds, with the data of before, and fills nothing again', async () => {
    const program = await Program.start({ folder });
    expectWithin('first answer of a later start', await program.answers(), 16);
    const admin = await signInAs(program, 'admin');
    expect(await countShop(admin)).toMatchObject(SHOP);
    const { organisation } = await admin.ask<{ organisation: { name: string } }>('{ organisation { name } }');
    expect(organisation.name).toBe('Carrozzeria Nuova');
    program.signal('SIGTERM');
    expect(await program.ended).toEqual({ code: 0, signal: null });
    expect(program.stdout).not.toMatch(/Filling|Making/);
    expect(traces(folder)).toEqual([]);
  });

  it('uses the database that DATABASE_URL names, and none of its own', async () => {
    const database = await cloneDatabase('given');
    const given = await newFolder();
    const { PORT: _port, DATA_FOLDER: _folder, ...environment } = baseEnvironment(database.url, 0);
    const program = await Program.start({ folder: given, environment });
    await program.answers();
    await program.said(/Ctrl-C stops everything/);
    expect(program.stdout).not.toMatch(/Sign in|PostgreSQL/);
    expect(existsSync(join(given, 'postgres'))).toBe(false);
    program.interrupt();
    expect(await program.ended).toEqual({ code: 0, signal: null });
    await database.drop();
  });
});
