import { open, rename, stat } from 'node:fs/promises';
import { logFile } from './data-folder';

const FULL = 10 * 1024 * 1024;
const LINES_SHOWN = 12;

export interface ServerLog {
  /** For the server's output; closed once the server has it. */
  readonly fd: number;
  close(): Promise<void>;
  /** The last lines that were written since it was opened. */
  lastLines(): Promise<string>;
}

/** Goes on at the end of the log; a full one is set aside first, in place of the one set aside before. */
export async function openServerLog(folder: string): Promise<ServerLog> {
  const path = logFile(folder);
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > FULL) await rename(path, `${path}.1`);
  const handle = await open(path, 'a', 0o600);
  const start = (await handle.stat()).size;
  return { fd: handle.fd, close: () => handle.close(), lastLines: () => linesFrom(path, start) };
}

/** Of what a program said when it gave up, the line that says why; it is shown within a sentence. */
export function complaint(said: string): string {
  const lines = said.trim().split('\n');
  const line = lines.findLast((text) => /FATAL|PANIC|error:/.test(text)) ?? lines.at(-1) ?? '';
  return line.replace(/^.*?(?=FATAL|PANIC|error:)/, '').replace(/\s+/g, ' ') || 'it says nothing';
}

async function linesFrom(path: string, start: number): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const text = Buffer.alloc(Math.min(size - start, 64 * 1024));
    await handle.read(text, 0, text.length, size - text.length);
    return text.toString('utf8').trimEnd().split('\n').slice(-LINES_SHOWN).join('\n');
  } finally {
    await handle.close();
  }
}
