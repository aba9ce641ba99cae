import 'reflect-metadata';
import { requireDemoDatabase } from '../program/demo/demo-database';
import { fillDemo } from '../program/demo/fill-demo';
import { growDemo } from '../program/demo/grow-demo';
import { migrate } from '../program/migrate';
import { openSystem } from '../program/start-role';
import { type Environment, readEnvironment } from '../shared/environment';
import { Log } from '../shared/log';
import { loadSecrets } from '../shared/secrets';
import { onDatabase } from './on-database';

/** Beyond, number plates and codes that customers type would begin to repeat. */
const MOST_JOBS = 200_000;
const USAGE = `npm run demo -- --jobs 100000 (a whole number, at most ${MOST_JOBS})`;

/**
 * `npm run demo -- --jobs 100000`: fills a demo shop with so many jobs and all that follows from them, in the database
 * of DATABASE_URL or in the program's own, which may be at work. Again: what is missing.
 */
async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  const jobs = readJobs(process.argv.slice(2));
  if (environment.production) throw new Error('There is no demo shop in production.');
  const { secretKey } = loadSecrets(environment);
  await onDatabase(environment, (databaseUrl) => fill({ ...environment, databaseUrl }, secretKey, jobs));
}

function readJobs([option, given]: readonly string[]): number {
  const jobs = Number(given);
  if (option !== '--jobs' || !Number.isInteger(jobs) || jobs < 0 || jobs > MOST_JOBS)
    throw new Error(`Use: ${USAGE}`);
  return jobs;
}

async function fill(environment: Environment, secretKey: string, jobs: number): Promise<void> {
  const databaseUrl = environment.databaseUrl!;
  const began = performance.now();
  await requireDemoDatabase(databaseUrl);
  await migrate(databaseUrl, secretKey);
  const system = await openSystem(environment, new Log(environment.logLevel));
  try {
    await (await fillDemo(system.kernel)).filled;
    await growDemo(system.kernel, jobs, (done) => console.log(`${done} of ${jobs} jobs`));
  } finally {
    await system.close();
  }
  console.log(`The demo shop is filled, after ${((performance.now() - began) / 1000).toFixed(0)} s.`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
