import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/**
 * Loaded into the process before its program. It is in a process group of its own, so that Ctrl-C reaches the tool
 * alone; should the tool be killed, its end of the channel closes, and the process ends as if told to.
 */
export const END_WITH_PARENT = `data:text/javascript,${encodeURIComponent(
  "process.on('disconnect', () => process.kill(process.pid, 'SIGTERM')); process.channel?.unref();",
)}`;

export interface SupervisedOptions {
  /** What follows `node`. */
  args: readonly string[];
  environment: NodeJS.ProcessEnv;
  /** Hears each line of the process, and what happens to it. */
  say(line: string): void;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** One that lived this long has started well; its next end counts as a first one. */
const HEALTHY_AFTER_MS = 10_000;
/** The program gives up waiting for its own requests after 15 seconds. */
const PATIENCE_MS = 20_000;

/** A process that is started again when it ends, later each time, until it is stopped. */
export class Supervised {
  private child: ChildProcess | null = null;
  private again: NodeJS.Timeout | null = null;
  private pause = FIRST_PAUSE_MS;
  private stopping = false;

  constructor(private readonly options: SupervisedOptions) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  start(): void {
    const { args, environment, say } = this.options;
    const startedAt = performance.now();
    const child = spawn(process.execPath, ['--import', END_WITH_PARENT, ...args], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    });
    this.child = child;
    this.again = null;
    for (const stream of [child.stdout, child.stderr] as Readable[])
      createInterface({ input: stream }).on('line', say);
    // Not at `exit`: what it said last may still be on its way then.
    child.once('close', (code, signal) => {
      this.child = null;
      if (performance.now() - startedAt > HEALTHY_AFTER_MS) this.pause = FIRST_PAUSE_MS;
      if (!this.stopping) this.startAgain(signal ?? `code ${code}`);
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    if (this.again) clearTimeout(this.again);
    const { child } = this;
    if (!child) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    const giveUp = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    await ended;
    clearTimeout(giveUp);
  }

  private startAgain(reason: string): void {
    this.options.say(`ended with ${reason}; starts again in ${this.pause / 1000} s`);
    this.again = setTimeout(() => this.start(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
  }
}
