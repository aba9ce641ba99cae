import { createHmac } from 'node:crypto';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { GraphClient } from '../harness/client';
import { ownPort } from '../harness/own-port';
import { until } from '../harness/until';
import { signInAs } from './demo.fixtures';
import { cleanUp, newFolder, Program, ROOT } from './program.fixtures';
import { type Block, blocksOf, closeTerminals, Terminal } from './terminal.fixtures';

/** Does what docs/guide/third-parties.md tells a reader to do, block by block as they stand, against the demo shop. */
const guide = readFileSync(join(ROOT, 'docs/guide/third-parties.md'), 'utf8');
const [, FILLED] = /wait until it says `(.+?)`/.exec(guide)!;
const blocks = blocksOf(guide);
const commands = blocks.filter(({ language }) => language === 'sh').map(({ code }) => code);
const nextCommand = () => commands.shift()!;

let program: Program;
let admin: GraphClient;
let folder: string;
let terminal: Terminal;
let receiver: string;

beforeAll(async () => {
  const start = nextCommand();
  const [, name, value] = /^(\w+)=(\w+) npm start\n$/.exec(start)!;
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  expect(scripts.start).toBe('node dist/main.js');
  const data = await newFolder();
  program = await Program.start({ folder: data, environment: { [name!]: value! } });
  await program.answers();
  await until('the demo shop is filled', async () => program.stdout.includes(FILLED!));
  admin = await signInAs(program, 'admin');
  folder = join(data, 'third-party');
  await mkdir(folder);
  // What `npm install` brings.
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  receiver = `http://127.0.0.1:${await ownPort()}/liftbay`;
  const { PATH } = process.env;
  terminal = new Terminal({ folder, environment: { PATH, LIFTBAY: program.url, RECEIVER: receiver } });
});
afterAll(async () => {
  await closeTerminals();
  await cleanUp();
});

test('each program is kept under the name that it begins with', () => {
  const programs = blocks.filter(({ language }) => language === 'js');
  const nameOf = ({ code }: Block) => /^\/\/ ([\w-]+\.mjs): /.exec(code)![1]!;
  expect(programs.map(nameOf)).toEqual(['ask.mjs', 'manifest.mjs', 'follow.mjs', 'receiver.mjs']);
  for (const each of programs) writeFileSync(join(folder, nameOf(each)), each.code);
  expect(new Set(blocks.map(({ language }) => language))).toEqual(new Set(['sh', 'js']));
});

let clientId: string;

test('1. the shop makes a client', async () => {
  await terminal.run(nextCommand());
  const made = JSON.parse(await terminal.run(nextCommand())) as {
    createApiClient: { secret: string; client: { id: string } };
  };
  expect(made.createApiClient).toMatchObject({
    secret: expect.stringMatching(/^lbk_/),
    client: { scopes: ['vehicles:read', 'jobs:read'] },
  });
  clientId = made.createApiClient.client.id;
});

test('2. what it may run is registered', async () => {
  const answer = JSON.parse(await terminal.run(nextCommand())) as {
    registerPersistedDocuments: { registered: number; refused: number; documents: { name: string }[] };
  };
  const { registered, refused, documents } = answer.registerPersistedDocuments;
  expect([registered, refused, documents.map(({ name }) => name)]).toEqual([
    4,
    0,
    ['Cars', 'Now', 'Card', 'Moves'],
  ]);
});

test('3. a first query, by POST and by GET', async () => {
  const posted = JSON.parse(await terminal.run(nextCommand())) as {
    data: { vehicles: { nodes: object[] } };
  };
  expect(posted.data.vehicles.nodes).toHaveLength(3);
  expect(posted.data.vehicles.nodes[0]).toMatchObject({
    make: expect.any(String),
    plate: expect.any(String),
  });
  expect(await terminal.run(nextCommand())).toBe('304\n');
  expect(JSON.parse(readFileSync(join(folder, 'cars.json'), 'utf8'))).toEqual(posted);
  const refused = JSON.parse(await terminal.run(nextCommand())) as {
    errors: { extensions: { code: string } }[];
  };
  expect(refused.errors[0]!.extensions.code).toBe('DOCUMENT_NOT_REGISTERED');
});

let number: string;

test('4. a live subscription, over a socket and as an event stream', async () => {
  await terminal.run(nextCommand());
  const came = await terminal.run(nextCommand());
  number = /"number":"([^"]+)"/.exec(came)![1]!;
  await terminal.sees(new RegExp(`^follow.mjs: \\w+ ${number}$`, 'm'));
  const another = new Terminal({ folder, environment: await terminal.exported() });
  another.paste(nextCommand());
  await another.sees(new RegExp(`^event: next\ndata: .*"jobCardUpdated":.*"number":"${number}"`, 'm'));
  expect(another.printed).not.toContain('"errors"');
  await another.close();
});

const TOLD = /^receiver\.mjs: JOB_CARD_CREATED (.+)$/m;

/** What somebody posts to the receiver who is not the shop, or says again what the shop said once. */
async function forge(secret: string, seconds: number): Promise<number> {
  const body = '{"id":"1","type":"FORGED","subject":{}}';
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  const headers = { 'liftbay-signature': `t=${seconds},v1=${signature}` };
  return (await fetch(receiver, { method: 'POST', body, headers })).status;
}

const delivered = () =>
  until('it is delivered', async () => {
    const { webhookEndpoints } = await admin.ask<{
      webhookEndpoints: { nodes: { lastDeliveredAt: string | null }[] };
    }>('query ($id: ID!) { webhookEndpoints(clientId: $id) { nodes { lastDeliveredAt } } }', {
      id: clientId,
    });
    return webhookEndpoints.nodes[0]!.lastDeliveredAt !== null;
  });

test('5. a webhook, verified, and the log of what was delivered', async () => {
  await terminal.run(nextCommand());
  await terminal.run(nextCommand());
  const [, data] = await terminal.sees(TOLD);
  expect(JSON.parse(data!)).toEqual({
    jobCard: {
      number: expect.any(String),
      status: 'CREATED',
      complaint: 'The brakes squeal.',
      vehicle: { plate: expect.any(String) },
    },
  });
  const now = Math.floor(Date.now() / 1000);
  const { WEBHOOK_SECRET } = await terminal.exported();
  const forged = [await forge('guessed', now), await forge(WEBHOOK_SECRET!, now - 301)];
  expect([...forged, (await fetch(receiver, { method: 'POST', body: '{}' })).status]).toEqual([
    401, 401, 401,
  ]);
  expect(terminal.printed).not.toContain('FORGED');
  await delivered();
  expect(JSON.parse(await terminal.run(nextCommand()))).toEqual({
    webhookDeliveries: {
      nodes: [
        {
          id: expect.any(String),
          event: 'JOB_CARD_CREATED',
          status: 'DELIVERED',
          attempts: 1,
          responseStatus: 204,
          durationMs: expect.any(Number),
          failure: null,
        },
      ],
    },
  });
});

test('6. secrets change', async () => {
  const { WEBHOOK_SECRET, CLIENT_SECRET, TOKEN } = await terminal.exported();
  const begun = terminal.printed.length;
  await terminal.run(nextCommand());
  await terminal.sees(/receiver\.mjs: listening/, begun);
  await terminal.run(nextCommand());
  await terminal.sees(TOLD, begun);
  await terminal.run(nextCommand());
  const changed = await terminal.exported();
  expect(changed.WEBHOOK_SECRET).not.toBe(WEBHOOK_SECRET);
  expect(changed.CLIENT_SECRET).toMatch(/^lbk_/);
  expect(changed.CLIENT_SECRET).not.toBe(CLIENT_SECRET);
  expect(changed.TOKEN).not.toBe(TOKEN);
});

test('7. the end', async () => {
  const said = await terminal.run(nextCommand());
  expect(said).toMatch(/"revokedAt":"\d{4}-/);
  expect(said).toContain('"code":"UNAUTHENTICATED"');
  await terminal.sees(/follow\.mjs: invalid_client/);
  expect(commands).toEqual([]);
});
