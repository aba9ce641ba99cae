import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH } from './place';
import type { Say } from './say';

/** What the peers need is not the product's: it is installed here, when somebody compares. */
export async function installPackages(say: Say): Promise<void> {
  const lock = join(BENCH, 'package-lock.json');
  const installed = join(BENCH, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  say('Installing the peers (npm ci in bench/) …');
  const npm = spawn('npm', ['ci', '--loglevel=error'], {
    cwd: BENCH,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const [code] = (await once(npm, 'exit')) as [number | null];
  if (code !== 0) throw new Error('npm ci in bench/ failed; what it said stands above.');
}
