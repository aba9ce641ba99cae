import type { Environment } from '../shared/environment';
import type { Log } from '../shared/log';
import { loadSecrets } from '../shared/secrets';
import type { Command } from './command';
import { settleDatabase } from './database';
import { isSlow } from './database-trouble';
import { explainFailure } from './failure';
import { OpenParts } from './open-parts';
import { startRole } from './start-role';
import type { StopSignal } from './stop';
import { welcome } from './welcome';

const migration = () => require('./migrate') as typeof import('./migrate');

interface Task {
  command: Command;
  environment: Environment;
  log: Log;
  stop: StopSignal;
}

/** Does what the command says until it is done or somebody stops it. What it started has ended by then. */
export async function run(task: Task): Promise<void> {
  const { command, environment, log, stop } = task;
  const parts = new OpenParts();
  try {
    await stop.patiently(start(task, parts));
  } catch (error) {
    await parts.close().catch(() => undefined);
    log.debug('start failed', { stack: (error as Error).stack });
    // A Ctrl-C reaches the helpers of the start, such as initdb, as well. A migration that is not done is not done.
    if (stop.asked && command !== 'migrate') return;
    throw new Error(explainFailure(error, environment), { cause: error });
  }
  if (command !== 'migrate') log.info('stopping', { signal: await stop.arrived });
  await parts.close().catch((error: Error) => {
    throw new Error(`Liftbay did not stop in order: ${error.message}.`, { cause: error });
  });
}

async function start(task: Task, parts: OpenParts): Promise<void> {
  const { command, environment, log, stop } = task;
  const { secretKey } = loadSecrets(environment);
  const settled = await settleDatabase(command, environment, parts);
  if (command === 'migrate') {
    const ran = await migration().migrate(settled.databaseUrl!, secretKey);
    console.log(ran.length ? `Migrated: ${ran.join(', ')}` : 'Nothing to migrate.');
    return;
  }
  if (stop.asked) return;
  if (command === 'all') await migration().migrate(settled.databaseUrl!, secretKey);
  if (stop.asked) return;
  const running = await onceItAnswers(() => startRole(command, settled, log), task);
  parts.add(() => stop.patiently(running.close()));
  if (!stop.asked) welcome(command, running.url, settled);
}

/** Each attempt waits for ten seconds: about as long as a server takes that is being started as well. */
const ATTEMPTS = 6;

/** Starts again as a whole while the database is there and too slow to answer. */
async function onceItAnswers<T>(begin: () => Promise<T>, { log, stop }: Task): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await begin();
    } catch (error) {
      if (attempt === ATTEMPTS || stop.asked || !isSlow(error)) throw error;
      log.warn('the database is slow to answer; trying again', { attempt });
    }
  }
}
