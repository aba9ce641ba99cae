// Listens for Ctrl-C, so it comes before the packages, which take a second to load.
import './program/stop';
import 'reflect-metadata';
import { commandOf } from './program/command';
import { run } from './program/run';
import { stopSignal } from './program/stop';
import { readEnvironment } from './shared/environment';
import { Log } from './shared/log';

// Apollo's gateway would tell its makers about this installation, and ask around in the cloud where it runs.
process.env.APOLLO_TELEMETRY_DISABLED = 'true';

/** `node dist/main.js [role]`; `migrate` brings the database up to date and ends. */
async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  const log = new Log(environment.logLevel);
  await run({ command: commandOf(process.argv[2]), environment, log, stop: stopSignal });
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
