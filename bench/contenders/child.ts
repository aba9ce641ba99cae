import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { END_WITH_PARENT } from '../../tools/processes/supervised';

export interface ChildOptions {
  name: string;
  /** What follows `node`. */
  args: readonly string[];
  environment: Readonly<Record<string, string>>;
  /** Answers 200 as soon as the program can be used. */
  health: string;
  logFolder: string;
  cwd?: string;
}

const PATIENCE_MS = 60_000;
const STOP_PATIENCE_MS = 20_000;
/** Apollo Server takes a GET from nobody who could be a page of somebody else's. */
const HEADERS = { 'apollo-require-preflight': 'true' };

const running = new Set<Child>();
let interrupted = false;

/** Whoever waits for one of them then hears that it is gone, gives up, and puts everything away. */
export async function interruptChildren(): Promise<void> {
  interrupted = true;
  await Promise.all([...running].map((child) => child.stop()));
}

/** A program of a contender. Its log goes to a file, as it would anywhere else. */
export class Child {
  private constructor(
    private readonly process: ChildProcess,
    private readonly options: ChildOptions,
    private readonly logFile: string,
  ) {}

  static async start(options: ChildOptions): Promise<Child> {
    if (interrupted) throw new Error('it was told to stop');
    mkdirSync(options.logFolder, { recursive: true });
    const logFile = join(options.logFolder, `${options.name}.log`);
    const log = openSync(logFile, 'w');
    const child = spawn(process.execPath, ['--import', END_WITH_PARENT, ...options.args], {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        APOLLO_TELEMETRY_DISABLED: 'true',
        ...options.environment,
      },
      stdio: ['ignore', log, log, 'ipc'],
      cwd: options.cwd,
      detached: true,
    });
    closeSync(log);
    const started = new Child(child, options, logFile);
    running.add(started);
    child.once('exit', () => running.delete(started));
    try {
      await started.untilReady();
    } catch (error) {
      await started.stop();
      throw error;
    }
    return started;
  }

  get pid(): number {
    return this.process.pid!;
  }

  async stop(): Promise<void> {
    if (this.ended) return;
    const exit = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    const giveUp = setTimeout(() => this.process.kill('SIGKILL'), STOP_PATIENCE_MS);
    await exit;
    clearTimeout(giveUp);
  }

  private get ended(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  private async untilReady(): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    while (!(await this.answers())) {
      if (this.ended || performance.now() > until) {
        const why = this.ended ? 'ended while it was starting' : 'is not ready in time';
        throw new Error(
          `${this.options.name} ${why}. It said:\n${readFileSync(this.logFile, 'utf8').slice(-4000)}`,
        );
      }
      await pause(50);
    }
  }

  private async answers(): Promise<boolean> {
    const answer = await fetch(this.options.health, { headers: HEADERS }).catch(() => null);
    return answer?.ok ?? false;
  }
}
