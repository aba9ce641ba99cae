import { once } from 'node:events';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, print, visit } from 'graphql';
import { Client } from 'pg';
import { openCard } from '../api/job-cards.fixtures';
import { openWorkshop, type Workshop } from '../api/jobs.fixtures';
import { type EightProcesses, startEightProcesses } from '../harness/eight-processes';
import { callersOf } from '../harness/graph';
import { openSocket } from '../harness/live';
import { runState } from '../harness/run-state';
import type { Member } from '../harness/shop';
import { codeOf, cursorOf, take, UPDATED, type Updated } from './live.fixtures';

/** Redis goes, a subgraph is started again, the gateway too: nobody misses an event, and none comes twice. */
let redis: Switch;
let processes: EightProcesses;
let database: Client;
let workshop: Workshop;
let advisor: Member;

beforeAll(async () => {
  redis = await Switch.before(new URL(runState().redisUrl!));
  processes = await startEightProcesses('live', { REDIS_URL: redis.url });
  database = new Client({ connectionString: processes.databaseUrl });
  await database.connect();
  workshop = await openWorkshop(callersOf(processes));
  advisor = await workshop.shop.staff('ADVISOR');
});
afterAll(async () => {
  await database?.end();
  await processes?.stop();
  redis?.off();
});

const socket = () => openSocket(processes.url, { token: advisor.client.token });
const newCard = async () => (await openCard(advisor.client, workshop.visit.vehicleId)).id;
const idsOf = (told: Updated['jobCardUpdated'][]) => told.map(({ jobCard }) => jobCard.id);

/** An event of the log, as a transaction of a process that tells nobody. */
async function happens(jobCardId: string): Promise<void> {
  const event = { name: 'JobCardUpdated', subjectType: 'JobCard', subjectId: jobCardId };
  const more = { id: crypto.randomUUID(), payload: {}, actor: {}, requestId: 'test' };
  await database.query('begin');
  await database.query("select set_config('liftbay.organisation', $1, true)", [workshop.shop.id]);
  await database.query("select platform.settle('[]', '[]', $1)", [JSON.stringify([{ ...event, ...more }])]);
  await database.query('commit');
}

test('while Redis is gone events come a little later, and when it is back as before', async () => {
  const dashboard = socket();
  const heard = dashboard.hear<Updated>(UPDATED, { after: await cursorOf(advisor) });
  const before = await newCard();
  expect(idsOf(await take(heard, 1))).toEqual([before]);
  redis.off();
  const meanwhile = [await newCard(), await newCard()];
  expect(idsOf(await take(heard, 2))).toEqual(meanwhile);
  await redis.on();
  const after = await newCard();
  expect(idsOf(await take(heard, 1))).toEqual([after]);
  await dashboard.close();
});

test('while its subgraph is started again an event waits, and is told once', async () => {
  const dashboard = socket();
  const heard = dashboard.hear<Updated>(UPDATED, { after: await cursorOf(advisor) });
  const id = await newCard();
  // It stands: what is told is told by a subscription that has begun.
  expect(idsOf(await take(heard, 1))).toEqual([id]);
  const down = await processes.kill('workshop');
  await happens(id);
  await happens(id);
  await down.again();
  const next = await newCard();
  const told = await take(heard, 3);
  expect(told.map(({ type }) => type)).toEqual(['CHANGED', 'CHANGED', 'CREATED']);
  expect(idsOf(told)).toEqual([id, id, next]);
  await dashboard.close();
});

test('a gateway that is started again is asked for the rest', async () => {
  const dashboard = socket();
  const heard = dashboard.hear<Updated>(UPDATED, { after: await cursorOf(advisor) });
  const id = await newCard();
  const [last] = await take(heard, 1);
  const down = await processes.kill('gateway');
  expect((await dashboard.closed).code).toBe(1006);
  await happens(id);
  await down.again();
  const next = await newCard();
  const again = socket();
  const rest = await take(again.hear<Updated>(UPDATED, { after: last!.cursor }), 2);
  expect(idsOf(rest)).toEqual([id, next]);
  await again.close();
});

test('a new schema is loaded by a gateway that says goodbye: who fits it goes on behind the cursor, who does not is told', async () => {
  const [fitting, other] = [socket(), socket()];
  const after = await cursorOf(advisor);
  const withNotes = UPDATED.replace('jobCard { id }', 'jobCard { id technicianNotes }');
  const heard = fitting.hear<Updated>(UPDATED, { after });
  const heardByOther = other.hear<Updated>(withNotes, { after });
  const id = await newCard();
  const [last] = await take(heard, 1);
  expect(idsOf(await take(heardByOther, 1))).toEqual([id]);

  const down = await processes.kill('gateway', 'SIGTERM');
  expect([(await fitting.closed).code, (await other.closed).code]).toEqual([1001, 1001]);
  await happens(id);
  await down.again({ SUPERGRAPH_FILE: await supergraphWithout('JobCard', 'technicianNotes') });
  const again = socket();
  expect(idsOf(await take(again.hear<Updated>(UPDATED, { after: last!.cursor }), 1))).toEqual([id]);
  expect(await codeOf(again.hear(withNotes, { after: last!.cursor }))).toBe('GRAPHQL_VALIDATION_FAILED');
  await again.close();
});

async function supergraphWithout(type: string, field: string): Promise<string> {
  const document = visit(parse(await readFile('schema/supergraph.graphql', 'utf8')), {
    ObjectTypeDefinition: (node) =>
      node.name.value === type
        ? { ...node, fields: node.fields!.filter(({ name }) => name.value !== field) }
        : false,
  });
  const file = join(await mkdtemp(join(tmpdir(), 'liftbay-supergraph-')), 'supergraph.graphql');
  await writeFile(file, print(document));
  return file;
}

/** Stands before a server; off, nobody reaches it. */
class Switch {
  private readonly sockets = new Set<Socket>();
  private server: Server | null = null;
  private port = 0;

  private constructor(private readonly target: URL) {}

  static async before(target: URL): Promise<Switch> {
    const made = new Switch(target);
    await made.on();
    return made;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async on(): Promise<void> {
    this.server = createServer((from) => {
      const to = connect(Number(this.target.port), this.target.hostname);
      for (const each of [from, to]) {
        this.sockets.add(each);
        each.on('error', () => each.destroy());
        each.once('close', () => this.sockets.delete(each));
      }
      from.pipe(to).pipe(from);
    });
    await once(this.server.listen(this.port, '127.0.0.1'), 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  off(): void {
    this.server?.close();
    for (const socket of this.sockets) socket.destroy();
  }
}
