import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { appOf } from '../../program/apps';
import { roleUrl } from '../../shared/database/roles';
import { sql } from '../../shared/database/sql';
import { Subgraph } from '../../shared/subgraph/subgraph';
import { cloneDatabase } from '../harness/databases';
import { FACTS, system, useSubgraphs } from '../harness/subgraphs';

/** Another database stands for the replica, so that it can be seen which of the two was asked. */
const open = useSubgraphs();
const organisationId = randomUUID();
let replica: Awaited<ReturnType<typeof cloneDatabase>>;
let reporting: Subgraph;

const COUNT = sql`select count(*) as count from reporting.dashboard_layout`;
const KEEP = `insert into reporting.dashboard_layout (organisation_id, id, version, created_at, updated_at, user_id, widgets)
  values ($1, gen_random_uuid(), 1, now(), now(), gen_random_uuid(), '[]')`;

beforeAll(async () => {
  replica = await cloneDatabase('replica');
  const { kernel } = open.foundation;
  const url = (database: string) => roleUrl(database, kernel.secrets.secretKey, 'reporting');
  reporting = await Subgraph.open(appOf('reporting'), kernel, url(open.databaseUrl), url(replica.url));
  const there = new Client({ connectionString: replica.url });
  await there.connect();
  for (let n = 0; n < 3; n += 1) await there.query(KEEP, [organisationId]);
  await there.end();
  await open.admin.query(KEEP, [organisationId]);
});
afterAll(async () => {
  await reporting?.close();
  await replica?.drop();
});

test('reads go to the replica, transactions to the database itself', async () => {
  const context = reporting.context(system(organisationId), FACTS);
  expect(await context.reader.query(COUNT)).toEqual([{ count: 3 }]);
  expect(await context.transaction((tx) => tx.query(COUNT))).toEqual([{ count: 1 }]);
});

test('without a replica both are one', async () => {
  const context = open.of('reporting').context(system(organisationId), FACTS);
  expect(await context.reader.query(COUNT)).toEqual([{ count: 1 }]);
});
