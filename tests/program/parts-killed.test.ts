import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { appOf } from '../../program/apps';
import { Dice } from '../../program/demo/random';
import { roleUrl } from '../../shared/database/roles';
import { audit } from '../../shared/invariants/audit';
import { openJob, openPartsShop, type PartsShop } from '../api/job-parts.fixtures';
import { expectAddsUp, type Tally, VERBS } from '../api/job-parts-tally.fixtures';
import { createPart } from '../api/parts.fixtures';
import type { GraphAnswer } from '../harness/client';
import { callersOf, type TestGraph } from '../harness/graph';
import { runState } from '../harness/run-state';
import { until } from '../harness/until';
import { type MortalGraph, startMortalGraph } from './parts-killed.fixtures';

/**
 * Inventory and worker are killed while several people request, receive, issue, return and cancel parts. Whoever got no
 * answer asks again with the same key. In the end everything has happened that somebody was told, and once.
 */
const KILLS = 50;
const HANDS = 5;
const JOBS = 4;
const PARTS = 3;
const SEED = 20_261_129;
/** Of the kills, how many are meant for the worker. */
const WORKERS_SHARE = 0.25;
/** A minute and a half on two cores that have something else to do as well; nobody waits for so long. */
const PATIENCE_MS = 15 * 60_000;
/** What a client asks again after. */
const NO_ANSWER = new Set(['SUBGRAPH_UNAVAILABLE', 'TIMEOUT', 'BUSY']);

let mortal: MortalGraph;
let admin: Client;
let graph: TestGraph;
let place: PartsShop;
const jobs: string[] = [];
const parts: string[] = [];

beforeAll(async () => {
  mortal = await startMortalGraph();
  admin = new Client({ connectionString: mortal.databaseUrl });
  await admin.connect();
  graph = {
    ...callersOf(mortal),
    url: mortal.url,
    databaseUrl: mortal.databaseUrl,
    sql: async <T extends object>(text: string, values: unknown[] = []) =>
      (await admin.query<T>(text, values)).rows,
  };
  place = await openPartsShop(graph);
  for (let n = 0; n < JOBS; n += 1) jobs.push(await openJob(place));
  for (let n = 0; n < PARTS; n += 1) parts.push((await createPart(place.manager.client)).id);
});
afterAll(async () => {
  await admin?.end();
  await mortal?.stop();
});

/** Answers that have come, for who kills after some. */
class Answers {
  private count = 0;
  private waiting: { until: number; go: () => void } | null = null;

  came(): void {
    this.count += 1;
    if (this.waiting && this.count >= this.waiting.until) this.waiting.go();
  }

  more(many: number): Promise<void> {
    return new Promise((go) => {
      this.waiting = { until: this.count + many, go };
    });
  }
}

const answers = new Answers();

/** Until there is an answer, always with the same key. */
async function persist(command: string, input: object): Promise<GraphAnswer<Record<string, unknown> | null>> {
  const variables = { input: { ...input, idempotencyKey: randomUUID() } };
  for (;;) {
    await mortal.inventory.ready();
    const answer = await place.manager.client.send<Record<string, unknown> | null>(command, variables);
    if (answer.code === undefined || !NO_ANSWER.has(answer.code)) {
      answers.came();
      return answer;
    }
  }
}

const REQUEST = 'mutation ($input: RequestJobPartsInput!) { lines: requestJobParts(input: $input) { id } }';
const RECEIVE = 'mutation ($input: AdjustStockInput!) { adjustStock(input: $input) { movement { id } } }';
const COMMANDS = {
  issue: 'mutation ($input: IssueJobPartsInput!) { issueJobParts(input: $input) { id } }',
  return: 'mutation ($input: ReturnJobPartsInput!) { returnJobParts(input: $input) { id } }',
  cancel: 'mutation ($input: CancelJobPartsInput!) { cancelJobParts(input: $input) { id } }',
};

const lines: Tally[] = [];
const received = Array.from({ length: PARTS }, () => 0);

async function work(dice: Dice): Promise<void> {
  const [job, part, quantity] = [dice.below(JOBS), dice.below(PARTS), 1 + dice.below(3)];
  const kind = dice.below(7);
  if (kind < 2) {
    const named = { partId: parts[part], locationId: place.store, reason: 'FOUND' };
    const { code } = await persist(RECEIVE, { ...named, quantity: String(quantity) });
    expect(code).toBeUndefined();
    received[part]! += quantity;
  } else if (kind < 4 || lines.length === 0) {
    const need = { partId: parts[part], quantity: String(quantity) };
    const { code, data } = await persist(REQUEST, { jobCardId: jobs[job], lines: [need] });
    expect(code).toBeUndefined();
    const [{ id }] = data!.lines as [{ id: string }];
    lines.push({ id, job, part, done: { issue: 0, return: 0, cancel: 0 } });
  } else {
    const [verb, line] = [dice.pick(VERBS), dice.pick(lines)];
    const named = [{ id: line.id, quantity: String(quantity) }];
    const { code } = await persist(COMMANDS[verb], { jobCardId: jobs[line.job], lines: named });
    expect([undefined, 'CONFLICT', 'INVALID_TRANSITION']).toContain(code);
    if (code === undefined) line.done[verb] += quantity;
  }
}

/** After a few answers each: the other hands are in the middle of something then. */
async function killAgainAndAgain(dice: Dice): Promise<void> {
  const { inventory, worker } = mortal;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const victim = worker.isReady && dice.next() < WORKERS_SHARE ? worker : inventory;
    await victim.ready();
    await answers.more(1 + dice.below(4));
    await victim.kill();
    victim.start();
  }
}

/** What failed while the inventory was away is not waited for until it is its turn again. */
async function untilDone(): Promise<void> {
  await Promise.all([mortal.inventory.ready(), mortal.worker.ready()]);
  await until('nothing is to be done any more', async () => {
    await graph.sql(
      `select graphile_worker.reschedule_jobs(array_agg(id), now(), null, 0) from graphile_worker._private_jobs
       where locked_at is null and run_at > now() and attempts > 0`,
    );
    const rows = await graph.sql('select from graphile_worker._private_jobs limit 1');
    return rows.length === 0;
  });
}

test(
  'killed fifty times, nothing is lost, and nothing happens twice',
  async () => {
    let over = false;
    const hand = async (dice: Dice) => {
      while (!over) await work(dice);
    };
    const hands = Array.from({ length: HANDS }, (_, n) => hand(new Dice(SEED + n)));
    await killAgainAndAgain(new Dice(SEED - 1)).finally(() => {
      over = true;
    });
    await Promise.all(hands);
    expect(mortal.inventory.kills + mortal.worker.kills).toBe(KILLS);
    await untilDone();
    await expectAddsUp(graph, place, { jobs, parts, lines, received });
    const url = roleUrl(mortal.databaseUrl, runState().secretKey, 'inventory');
    const audited = await audit(url, appOf('inventory').invariants ?? [], [place.shop.id]);
    expect(audited.flatMap(({ breaches }) => breaches)).toEqual([]);
  },
  PATIENCE_MS,
);
