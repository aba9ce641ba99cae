import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { poll } from '../../shared/embedded/poll';

const PATIENCE_MS = 60_000;

export interface Block {
  language: string;
  code: string;
}

/** The code blocks of a page, in their order. */
export const blocksOf = (markdown: string): Block[] =>
  [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({
    language: language!,
    code: code!,
  }));

const open: Terminal[] = [];

/** A shell that a person pastes blocks into, one after the other. */
export class Terminal {
  /** All that was printed, errors too, as it is read at a terminal. */
  printed = '';
  private readonly shell: ChildProcess;
  private ran = 0;

  constructor(options: { folder: string; environment: Record<string, string | undefined> }) {
    this.shell = spawn('bash', ['--noprofile', '--norc'], {
      cwd: options.folder,
      env: options.environment,
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    for (const stream of [this.shell.stdout!, this.shell.stderr!])
      stream.on('data', (text) => {
        this.printed += text;
      });
    open.push(this);
  }

  /** Pastes it, and leaves it running. */
  paste(code: string): void {
    this.shell.stdin!.write(`${code}\n`);
  }

  /** Pastes it, and waits until the shell is there again. What it printed; its last command must have succeeded. */
  async run(code: string): Promise<string> {
    this.ran += 1;
    const begun = this.printed.length;
    const prompt = new RegExp(`prompt ${this.ran}: (\\d+)\n`);
    this.paste(`${code}\nprintf 'prompt ${this.ran}: %s\\n' "$?"`);
    const [line, status] = await this.sees(prompt, begun);
    const said = this.printed.slice(begun).replace(line!, '');
    if (status !== '0') throw new Error(`This ended with ${status}:\n${code}\n${said}`);
    return said;
  }

  /** Waits until this is printed, from a place on. */
  async sees(pattern: RegExp, from = 0): Promise<RegExpExecArray> {
    const found = await poll(PATIENCE_MS, async () => pattern.exec(this.printed.slice(from)) ?? undefined);
    if (!found) throw new Error(`${pattern} was not printed:\n${this.printed.slice(from)}`);
    return found;
  }

  /** What another shell would get from this one. */
  async exported(): Promise<Record<string, string>> {
    return JSON.parse(await this.run(`node -p 'JSON.stringify(process.env)'`)) as Record<string, string>;
  }

  /** With everything that runs in it. */
  async close(): Promise<void> {
    if (this.shell.exitCode !== null || this.shell.signalCode !== null) return;
    const closed = once(this.shell, 'exit');
    process.kill(-this.shell.pid!, 'SIGKILL');
    await closed;
  }
}

export async function closeTerminals(): Promise<void> {
  for (const terminal of open.splice(0)) await terminal.close();
}
