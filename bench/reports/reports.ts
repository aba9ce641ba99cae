import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { addDays } from '../../shared/time-zone';
import { type Installation, installationEnvironment, openInstallation } from '../contenders/installation';
import { startWhole } from '../contenders/ours';
import { drive } from '../load/drive';
import { ask } from '../load/graph-client';
import { postRequest } from '../load/request';
import { BENCH, ROOT } from '../place';
import { machineFacts } from '../report/machine';
import { percentile } from '../report/statistics';
import type { Say } from '../say';
import { type BenchDatabase, openDatabase } from '../seed/database';
import { signIn } from '../seed/shops';
import { FULL } from '../seed/sizes';
import { ByHand } from './by-hand';
import { type Exported, exportMovements } from './export-rows';
import { fillReports } from './fill';
import { page } from './page';
import { type Answer, type Days, QUESTIONS, type Question } from './questions';
import { differenceOf } from './same';

const CLIENTS = 8;
const ROUNDS = 3;
const SECONDS = 1;
const MOST_WAITED_MS = 600_000;

export interface Measured {
  question: Question;
  /** Milliseconds of each round. */
  ours: Round[];
  byHand: Round[];
}
export interface Round {
  p50: number;
  p95: number;
}

/** A report that failed, or that the statement by hand does not agree with. */
export interface Missing {
  question: Question;
  why: string;
}

interface Bench {
  program: { url: string; port: number; pid: number; token: string };
  byHand: ByHand;
  year: Days;
  month: Days;
  say: Say;
}

/** `npm run bench -- --reports`: the dashboard and each report beside SQL by hand, into `bench/REPORTS.md`. */
export async function reports(say: Say): Promise<number> {
  const installation = openInstallation(join(ROOT, '.data', 'bench'));
  const database = await openDatabase(installation, FULL, say);
  try {
    say('Filling in what reports tell of …');
    await fillReports(database.url, say);
    const results = await withProgram(installation, database, say);
    const machine = await machineFacts(database.url);
    const run = { clients: CLIENTS, rounds: ROUNDS, seconds: SECONDS };
    writeFileSync(join(BENCH, 'REPORTS.md'), page({ ...results, machine, run, sizes: FULL }));
    say('Written to bench/REPORTS.md.');
    return results.missing.length === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}

async function withProgram(installation: Installation, database: BenchDatabase, say: Say) {
  const [shop] = database.shops;
  const { child, url, port } = await startWhole(
    installationEnvironment(installation, database.url),
    installation,
  );
  const byHand = new ByHand(database.url, shop!.organisationId, CLIENTS);
  try {
    const login = `admin@${shop!.slug}.example`;
    const token = await signIn(url, { organisation: shop!.slug, login });
    const today = new Date().toISOString().slice(0, 10);
    const endOfMonth = addDays(`${today.slice(0, 7)}-01`, -1);
    const bench: Bench = {
      program: { url, port, pid: child.pid, token },
      byHand,
      year: { from: addDays(today, -366), to: addDays(today, -2) },
      month: { from: `${endOfMonth.slice(0, 7)}-01`, to: endOfMonth },
      say,
    };
    await keepAllDays(bench, database.url, shop!.centres.length);
    const results = await measureAll(bench);
    const exported: Exported[] = [];
    for (const format of ['CSV', 'XLSX'])
      await exportMovements({ url, token, pids: [child.pid] }, format, {
        from: addDays(today, -1002),
        to: today,
      }).then(
        (each) => exported.push(each),
        (error: Error) => say(`${format}: ${error.message}`),
      );
    say(exported.map(({ format, rows, seconds }) => `${format}: ${rows} rows in ${seconds} s`).join('\n'));
    return { ...results, exported };
  } finally {
    await byHand.close();
    await child.stop();
  }
}

const daysOf = ({ month: monthDays, year }: Bench, { month }: Question): Days => (month ? monthDays : year);

const answerOf = ({ program }: Bench, { query }: Question, { from, to }: Days): Promise<Answer> =>
  ask<Answer>(program.url, query, query.includes('$from') ? { from, to } : { to }, program.token);

/** What is asked for once is kept by a job; what is measured is what those find who come after. */
async function keepAllDays(bench: Bench, databaseUrl: string, centres: number): Promise<void> {
  const began = performance.now();
  for (const question of QUESTIONS)
    await answerOf(bench, question, daysOf(bench, question)).catch((error: Error) =>
      bench.say(`${question.name}: ${error.message}`),
    );
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (;;) {
      const { rows } = await client.query<{ kept: number }>(
        'select count(*)::integer as kept from reporting.day_rollup where not stale and day between $1 and $2',
        [bench.year.from, bench.year.to],
      );
      if (rows[0]!.kept >= centres * 365) break;
      if (performance.now() - began > MOST_WAITED_MS) throw new Error('The days are not kept.');
      await pause(500);
    }
    await client.query('vacuum analyze reporting.day_rollup');
  } finally {
    await client.end();
  }
  bench.say(`All days are kept after ${((performance.now() - began) / 1000).toFixed(0)} s.`);
}

/** What fails is said to be missing, and the others are measured all the same. */
async function measureAll(bench: Bench): Promise<{ measured: Measured[]; missing: Missing[] }> {
  let measured: Measured[] = [];
  const missing: Missing[] = [];
  const tried = async (question: Question, attempt: () => Promise<string | null>) => {
    const why = await attempt().catch((error: Error) => error.message);
    if (why === null) return true;
    bench.say(`${question.name} is not measured: ${why}`);
    missing.push({ question, why: why.split('\n')[0]! });
    return false;
  };
  for (const question of QUESTIONS)
    if (await tried(question, () => disagreement(bench, question)))
      measured.push({ question, ours: [], byHand: [] });
  for (let round = 0; round < ROUNDS; round += 1) {
    const answered: Measured[] = [];
    for (const each of measured)
      if (await tried(each.question, () => measureBoth(bench, each, round))) answered.push(each);
    measured = answered;
  }
  return { measured, missing };
}

async function disagreement(bench: Bench, question: Question): Promise<string | null> {
  const days = daysOf(bench, question);
  const answer = await answerOf(bench, question, days);
  const difference = differenceOf(question, answer, await bench.byHand.ask(question, days));
  return difference && `the two do not say the same.\n${difference}`;
}

/** One after the other, and in the next round the other way round. */
async function measureBoth(bench: Bench, { question, ours, byHand }: Measured, round: number): Promise<null> {
  const { program, say } = bench;
  const days = daysOf(bench, question);
  const { from, to } = days;
  const variables = question.query.includes('$from') ? { from, to } : { to };
  const target = {
    host: '127.0.0.1',
    port: program.port,
    path: '/graphql',
    headers: { authorization: `Bearer ${program.token}` },
  };
  const request = postRequest(target, JSON.stringify({ query: question.query, variables }));
  const sides = [
    async () => {
      const { latencies } = await drive({
        place: target,
        clients: CLIENTS,
        seconds: SECONDS,
        request: () => request,
      });
      ours.push({ p50: percentile(latencies, 50), p95: percentile(latencies, 95) });
    },
    async () => {
      const { latencies } = await bench.byHand.drive(question, days, CLIENTS, SECONDS);
      byHand.push({ p50: percentile(latencies, 50), p95: percentile(latencies, 95) });
    },
  ];
  for (const side of round % 2 ? sides.reverse() : sides) await side();
  say(
    `  ${round + 1} ${question.name.padEnd(28)} ours p50 ${ours.at(-1)!.p50.toFixed(1)} p95 ${ours.at(-1)!.p95.toFixed(1)}` +
      `  by hand p50 ${byHand.at(-1)!.p50.toFixed(1)}`,
  );
  return null;
}
