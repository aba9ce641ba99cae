import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

/** Does what README.md tells a newcomer to do, in an empty environment, and what its table of habits promises. */
const README = readFileSync('README.md', 'utf8');
const BASE = 'http://127.0.0.1:4000';
const folder = mkdtempSync(join(tmpdir(), 'liftbay-readme-'));
const ENVIRONMENT = { PATH: process.env.PATH, HOME: folder, DATA_FOLDER: join(folder, 'data') };
const PLAYED_ELSEWHERE = ['npm ci && npm start', 'npm test'];

function must(condition, complaint) {
  if (!condition) throw new Error(complaint);
}

const blocks = (language) =>
  [...README.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, of]) => of === language)
    .map(([, , text]) => text.trim());

const started = new Set();

/** Runs an npm command as a terminal would: in a process group of its own, which Ctrl-C reaches as a whole. */
function type(args, environment = {}) {
  const child = spawn('npm', args, {
    env: { ...ENVIRONMENT, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => said.push(line));
  const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? code)));
  const program = {
    said,
    running: () => child.exitCode === null && child.signalCode === null,
    async interrupt() {
      process.kill(-child.pid, 'SIGINT');
      const outcome = await Promise.race([ended, pause(60_000, 'nothing within 60 s', { ref: false })]);
      if (program.running()) process.kill(-child.pid, 'SIGKILL');
      started.delete(program);
      return outcome;
    },
  };
  started.add(program);
  return program;
}

/** The seconds in which somebody on this machine wanted a processor and got none, as Linux counts them. */
function withoutProcessor() {
  try {
    return Number(/^some .*total=(\d+)/m.exec(readFileSync('/proc/pressure/cpu', 'utf8'))[1]) / 1e6;
  } catch {
    return 0;
  }
}

const PATIENCE = 300;

/** What others take of a busy machine is not the program's. */
async function until(name, program, seconds, happened) {
  const start = performance.now();
  const withoutBefore = withoutProcessor();
  const lasted = () => (performance.now() - start) / 1000;
  while (!(await happened())) {
    must(program.running(), `${name} ended: ${program.said.slice(-5).join('\n')}`);
    must(
      lasted() - (withoutProcessor() - withoutBefore) < seconds && lasted() < PATIENCE,
      `${name} needs more than ${seconds} s. It said:\n${program.said.slice(-20).join('\n')}`,
    );
    await pause(50);
  }
  const without = withoutProcessor() - withoutBefore;
  console.log(
    `${name}: ${lasted().toFixed(1)} s, ${without.toFixed(1)} s of them on a machine that was busy`,
  );
}

async function ask(query, token) {
  const response = await fetch(`${BASE}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query }),
  });
  const answer = await response.json();
  must(!answer.errors, `${query}\nwas answered: ${JSON.stringify(answer.errors)}`);
  return answer.data;
}

const answers = () =>
  ask('{ __typename }').then(
    () => true,
    () => false,
  );
const said = (program, words) => () => program.said.some((line) => line.includes(words));
const leftRunning = () => existsSync(join(ENVIRONMENT.DATA_FOLDER, 'postgres', 'cluster', 'postmaster.pid'));

async function stopped(name, program) {
  const outcome = await program.interrupt();
  // What ends in order after a Ctrl-C ends with 0, and npm with the signal that its shell got.
  must(
    [0, 'SIGINT'].includes(outcome),
    `${name} ended with ${outcome}: ${program.said.slice(-5).join('\n')}`,
  );
  must(!(await answers()), `${name} still answers after Ctrl-C.`);
  must(!leftRunning(), `${name} left its database running.`);
}

/** What README.md says of any number, with a small one; again it does nothing, and what it made is in order. */
function demo() {
  must(
    README.includes('`npm run demo -- --jobs 100000`'),
    'README.md does not say how to fill the demo shop.',
  );
  for (const args of [['demo', '--', '--jobs', '600'], ['demo', '--', '--jobs', '600'], ['audit']]) {
    const printed = execFileSync('npm', ['run', '--silent', ...args], { encoding: 'utf8', env: ENVIRONMENT });
    must(
      args[0] === 'audit' ? /^agrees/m.test(printed) : printed.includes('The demo shop is filled'),
      `npm run ${args.join(' ')} printed: ${printed}`,
    );
  }
}

/** The queries and the lines for the terminal, against the demo shop. */
async function play() {
  const [, login, password] = /sign in as `([^`]+)` with `([^`]+)`/.exec(README);
  const input = `{login: ${JSON.stringify(login)}, password: ${JSON.stringify(password)}, organisation: "demo"}`;
  const signedIn = await ask(`mutation { login(input: ${input}) { accessToken } }`);
  for (const query of blocks('graphql')) await ask(query, signedIn.login.accessToken);
  for (const script of blocks('sh').filter((text) => !PLAYED_ELSEWHERE.includes(text))) {
    must(script.includes('curl'), `Nobody knows how to play this of README.md:\n${script}`);
    if (script.includes('/graphql/stream')) {
      await listen(script, signedIn.login.accessToken);
      continue;
    }
    const printed = execFileSync('bash', ['-euo', 'pipefail', '-c', script], { encoding: 'utf8' });
    const answer = JSON.parse(printed.trim().split('\n').at(-1));
    must(answer.data && !answer.errors, `${script}\nprinted: ${printed}`);
  }
}

/** A subscription of README.md prints what happens while it is open. */
async function listen(script, token) {
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
    env: { ...process.env, TOKEN: token },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += chunk));
  const begun = performance.now();
  // While the demo shop is being filled there may be none yet.
  const aCard = async () =>
    (
      await ask(
        '{ jobCards(first: 1, filter: {status: [CREATED, ASSIGNED, IN_PROGRESS]}) { nodes { id } } }',
        token,
      )
    ).jobCards.nodes[0];
  const change = (id, n) =>
    `mutation { updateJobCard(id: "${id}", input: { technicianNotes: "Note ${n}" }) { id } }`;
  for (let n = 0; !printed.includes('event: next'); n += 1) {
    must(performance.now() - begun < PATIENCE * 1000, `${script}\nprinted: ${printed}`);
    const card = await aCard();
    if (card) await ask(change(card.id, n), token);
    await pause(200);
  }
  process.kill(-child.pid, 'SIGTERM');
  must(
    printed.includes('"jobCardUpdated"') && !printed.includes('"errors"'),
    `${script}\nprinted: ${printed}`,
  );
}

async function habits() {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const named = [...README.matchAll(/`(?:\w+=\w+ )?npm (?:run )?([\w:]+)/g)].map(([, name]) => name);
  const unknown = named.filter((name) => !['ci', 'run'].includes(name) && !scripts[name]);
  must(unknown.length === 0, `README.md names scripts that package.json lacks: ${unknown.join(', ')}`);
  const made = execFileSync('npm', ['run', '--silent', 'migration', '--', 'vehicle', 'add-colour'], {
    encoding: 'utf8',
  });
  const file = /^Written: (\S+)$/m.exec(made)?.[1];
  must(file && existsSync(file), `npm run migration printed: ${made}`);
  rmSync(file);
}

try {
  await habits();
  for (const [name, seconds] of [
    ['npm start, the first answer of the first', 20],
    ['npm start, the first answer of a later', 20],
  ]) {
    const program = type(['start']);
    await until(name, program, seconds, answers);
    await until(`${name} tells the address`, program, 15, said(program, BASE));
    await play();
    await stopped('npm start', program);
  }
  demo();
  const processes = type(['run', 'processes']);
  await until('npm run processes', processes, 120, said(processes, 'ready at'));
  await play();
  await stopped('npm run processes', processes);
  const dev = type(['run', 'dev']);
  await until('npm run dev', dev, 120, answers);
  await stopped('npm run dev', dev);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  for (const program of started) await program.interrupt();
  rmSync(folder, { recursive: true, force: true });
}
