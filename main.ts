import 'reflect-metadata';
import { withDatabase } from './program/database';
import { migrate } from './program/migrate';
import { startRole } from './program/start-role';
import { StopSignal } from './program/stop';
import { welcome } from './program/welcome';
import { EnvironmentError, ROLES, type Role, readEnvironment } from './shared/environment';
import { Log } from './shared/log';

/** `node dist/main.js [role]`; `migrate` brings the database up to date and ends. */
async function main(): Promise<void> {
  const command = process.argv[2] ?? 'all';
  const environment = readEnvironment(process.env);
  const stop = new StopSignal();
  const log = new Log(environment.logLevel);
  if (command !== 'migrate' && !ROLES.some((role) => role === command))
    throw new EnvironmentError(`There is no role "${command}". Roles: ${ROLES.join(', ')}; or: migrate.`);
  await withDatabase(environment, command, async (settled) => {
    if (command === 'migrate' || command === 'all') {
      const ran = await migrate(settled.databaseUrl, settled.secretKey);
      if (command === 'migrate')
        console.log(ran.length ? `Migrated: ${ran.join(', ')}` : 'Nothing to migrate.');
    }
    if (command === 'migrate') return;
    const running = await startRole(command as Role, settled.environment, log);
    welcome(command as Role, running.url, settled.environment);
    await stop.thenClose(running, log);
  });
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(
      error instanceof EnvironmentError ? error.message : `Liftbay cannot start: ${error.message}`,
    );
    if (process.env.LOG_LEVEL === 'debug') console.error(error.stack);
    process.exit(1);
  },
);
