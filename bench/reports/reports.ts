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
const SECONDS = 1.5;
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
    const { measured, exported } = await withProgram(installation, database, say);
    const machine = await machineFacts(database.url);
    const run = { clients: CLIENTS, rounds: ROUNDS, seconds: SECONDS };
    writeFileSync(join(BENCH, 'REPORTS.md'), page({ measured, exported, machine, run, sizes: FULL }));
    say('Written to bench/REPORTS.md.');
    return measured.length === QUESTIONS.length ? 0 : 1;
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
    const exported: Exported[] = [];
    for (const format of ['CSV', 'XLSX'])
      exported.push(
        await exportMovements({ url, token, pids: [child.pid] }, format, {
          from: addDays(today, -1002),
          to: today,
        }),
      );
    say(exported.map(({ format, rows, seconds }) => `${format}: ${rows} rows in ${seconds} s`).join('\n'));
    await keepAllDays(bench, database.url, shop!.centres.length);
    return { measured: await measureAll(bench), exported };
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
  for (const question of QUESTIONS) await answerOf(bench, question, daysOf(bench, question));
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

async function measureAll(bench: Bench): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const question of QUESTIONS) {
    const days = daysOf(bench, question);
    const difference = differenceOf(
      question,
      await answerOf(bench, question, days),
      await bench.byHand.ask(question, days),
    );
    if (difference) bench.say(`${question.name} is not measured, as it is not what SQL says:\n${difference}`);
    else measured.push({ question, ours: [], byHand: [] });
  }
  for (let round = 0; round < ROUNDS; round += 1)
    for (const each of measured) await measureBoth(bench, each, round);
  return measured;
}

/** One after the other, and in the next round the other way round. */
async function measureBoth(bench: Bench, { question, ours, byHand }: Measured, round: number): Promise<void> {
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
}
