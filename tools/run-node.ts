import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

export interface Outcome {
  code: number | null;
  /** What it said, on both channels, line by line. */
  lines: string[];
}

/** Runs one of Node's programs from the project's folder to its end. */
export async function runNode(script: string, ...args: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [code, said, complained] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, lines: `${said}\n${complained}`.split('\n').filter((line) => line.trim() !== '') };
}
