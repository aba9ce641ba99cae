import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Debounced } from './processes/debounced';
import { Supervised } from './processes/supervised';
import { toldToStop } from './processes/told-to-stop';
import { runNode } from './run-node';

/** An editor that saves ten files at once, or a branch that changes, is one change. */
const QUIET_MS = 200;
const BUILT = /Found (\d+) errors?\. Watching/;
const CHATTER = /Starting (incremental )?compilation/;

/** `npm run dev`: builds at each change, brings schema/ in step, and starts the program again. */
async function main(): Promise<void> {
  const told = toldToStop();
  let program: Supervised | null = null;
  const restart = new Debounced(QUIET_MS, async () => {
    const { code, lines } = await runNode(join(__dirname, 'schema.js'));
    for (const line of lines) console.log(line);
    if (code !== 0) return console.log('The graph does not build; the program goes on as it was.');
    await program?.stop();
    program = new Supervised({
      args: [join(__dirname, '..', 'main.js')],
      environment: process.env,
      say: (line) => console.log(line),
    });
    program.start();
  });
  const stopBuilding = watchBuild((errors) => {
    if (errors === 0) restart.call();
    else console.log(`${errors} type ${errors === 1 ? 'error' : 'errors'}; the program goes on as it was.`);
  });
  await told;
  await stopBuilding();
  await restart.settled();
  await (program as Supervised | null)?.stop();
}

/** tsc's own watch. It runs as a child of what we start, so the whole group is ended. */
function watchBuild(built: (errors: number) => void): () => Promise<void> {
  const compiler = spawn(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'],
    { stdio: ['ignore', 'pipe', 'inherit'], detached: true },
  );
  const ended = new Promise<void>((resolve) => compiler.once('exit', () => resolve()));
  createInterface({ input: compiler.stdout }).on('line', (line) => {
    const errors = BUILT.exec(line)?.[1];
    if (errors !== undefined) built(Number(errors));
    else if (line.trim() && !CHATTER.test(line)) console.log(line);
  });
  return async () => {
    if (compiler.exitCode === null) process.kill(-compiler.pid!, 'SIGTERM');
    await ended;
  };
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
