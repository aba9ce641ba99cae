import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { addDays } from '../../shared/time-zone';
import { type Installation, installationEnvironment, openInstallation } from '../contenders/installation';
import { startWhole } from '../contenders/ours';
import { BENCH, ROOT } from '../place';
import { machineFacts } from '../report/machine';
import type { Say } from '../say';
import { type Addition, type BenchDatabase, openDatabase } from '../seed/database';
import { signIn } from '../seed/shops';
import { FULL } from '../seed/sizes';
import { ByHand } from './by-hand';
import { exportAll, SMALL_HEAP } from './export-rows';
import { fillReports } from './fill';
import { answerOf, type Bench, daysOf, measureAll } from './measure';
import { page } from './page';
import { QUESTIONS } from './questions/questions';
import { ServerTime } from './server-time';

const MOST_WAITED_MS = 600_000;

const addition = (say: Say): Addition => ({
  database: 'bench_reports',
  madeBy: ['bench/reports/fill.js', 'bench/reports/seed.sql.js'],
  fill: (databaseUrl) => fillReports(databaseUrl, say),
});

/** `npm run bench -- --reports`: the dashboard and each report beside SQL by hand, into `bench/REPORTS.md`. */
export async function reports(say: Say): Promise<number> {
  const installation = openInstallation(join(ROOT, '.data', 'bench'));
  const database = await openDatabase(installation, FULL, say, addition(say));
  try {
    const results = await measured(installation, database, say);
    const machine = await machineFacts(database.url);
    writeFileSync(join(BENCH, 'REPORTS.md'), page({ ...results, machine, sizes: FULL }));
    say('Written to bench/REPORTS.md.');
    return results.missing.length === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}

async function measured(installation: Installation, database: BenchDatabase, say: Say) {
  const [shop] = database.shops;
  const start = async (options: Record<string, string> = {}) => {
    const environment = { ...installationEnvironment(installation, database.url), ...options };
    const { child, url, port } = await startWhole(environment, installation);
    const token = await signIn(url, { organisation: shop!.slug, login: `admin@${shop!.slug}.example` });
    return { url, port, token, pid: child.pid, stop: () => child.stop() };
  };
  const today = new Date().toISOString().slice(0, 10);
  const endOfMonth = addDays(`${today.slice(0, 7)}-01`, -1);
  const bench = {
    byHand: await ByHand.open(database.url, shop!.organisationId),
    serverTime: new ServerTime(database.serverLog),
    year: { from: addDays(today, -366), to: addDays(today, -2) },
    month: { from: `${endOfMonth.slice(0, 7)}-01`, to: endOfMonth },
    say,
  };
  const program = await start();
  try {
    await keepAllDays({ ...bench, program }, database.url, shop!.centres.length);
    const results = await measureAll({ ...bench, program });
    await program.stop();
    say('Exporting …');
    return { ...results, exported: await exportAll(() => start(SMALL_HEAP), today, say) };
  } finally {
    bench.serverTime.close();
    await bench.byHand.close();
    await program.stop();
  }
}

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
        `select count(*)::integer as kept from reporting.day_rollup where not stale and day between $1 and $2
         and exists (select from reporting.worth_rollup where until is not null)`,
        [bench.year.from, bench.year.to],
      );
      if (rows[0]!.kept >= centres * 365) break;
      if (performance.now() - began > MOST_WAITED_MS) throw new Error('The days are not kept.');
      await pause(500);
    }
    await client.query('vacuum analyze reporting.day_rollup, reporting.day_figure, reporting.customer_worth');
  } finally {
    await client.end();
  }
  bench.say(`All days are kept after ${((performance.now() - began) / 1000).toFixed(0)} s.`);
}
