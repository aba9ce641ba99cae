import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Running, startRole } from '../../program/start-role';
import { readEnvironment, SUBGRAPHS } from '../../shared/environment';
import { Log } from '../../shared/log';
import { cloneDatabase } from '../harness/databases';
import { baseEnvironment } from '../harness/environment';
import { ownPort } from '../harness/own-port';
import { runState } from '../harness/run-state';
import { until } from '../harness/until';

const ROOT = join(__dirname, '../..');
/** What the parts of jobs go through and nobody kills stays in this process. */
const SPARED = ['customer', 'vehicle', 'workshop', 'gateway'] as const;

/** A role of the compiled program that is killed, and starts again at the same address. */
export class Mortal {
  kills = 0;
  isReady = false;
  private child: ChildProcess | null = null;
  private started: Promise<void> = Promise.resolve();

  constructor(
    private readonly role: string,
    private readonly environment: Record<string, string>,
  ) {}

  start(): void {
    const env = { PATH: process.env.PATH, ...this.environment };
    this.child = spawn(process.execPath, ['dist/main.js', this.role], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.started = until(`the ${this.role} has started`, async () => {
      const answer = await fetch(`http://127.0.0.1:${this.environment.PORT}/healthz`).catch(() => null);
      this.isReady = answer?.ok ?? false;
      return this.isReady;
    });
  }

  /** Resolves when it answers, after its last start. */
  async ready(): Promise<void> {
    let latest: Promise<void>;
    do {
      latest = this.started;
      await latest;
    } while (latest !== this.started);
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    this.isReady = false;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    this.kills += 1;
  }
}

export interface MortalGraph {
  url: string;
  databaseUrl: string;
  inventory: Mortal;
  worker: Mortal;
  stop(): Promise<void>;
}

/** A graph whose inventory and worker are processes of their own. */
export async function startMortalGraph(): Promise<MortalGraph> {
  const database = await cloneDatabase('parts_killed');
  const ports = new Map<string, number>();
  for (const role of ['inventory', 'worker', ...SPARED]) ports.set(role, await ownPort());
  const urls = Object.fromEntries(
    SUBGRAPHS.filter((name) => ports.has(name)).map((name) => [
      `${name.toUpperCase()}_URL`,
      `http://127.0.0.1:${ports.get(name)}/graphql`,
    ]),
  );
  const environmentOf = (role: string): Record<string, string> => ({
    ...baseEnvironment(database.url, ports.get(role)!),
    // That jobs fail while the inventory is away is what it is about.
    LOG_LEVEL: 'silent',
    REDIS_URL: runState().redisUrl!,
    ...urls,
  });
  const [inventory, worker] = ['inventory', 'worker'].map((role) => new Mortal(role, environmentOf(role)));
  for (const mortal of [inventory!, worker!]) mortal.start();
  const spared: Running[] = [];
  for (const role of SPARED)
    spared.push(await startRole(role, readEnvironment(environmentOf(role)), new Log('silent')));
  await Promise.all([inventory!.ready(), worker!.ready()]);
  return {
    url: `http://127.0.0.1:${ports.get('gateway')}`,
    databaseUrl: database.url,
    inventory: inventory!,
    worker: worker!,
    async stop() {
      await Promise.all([inventory!.kill(), worker!.kill()]);
      for (const role of spared.reverse()) await role.close();
      await database.drop();
    },
  };
}
