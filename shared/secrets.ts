import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Environment } from './environment';

/** The two secrets of an installation; everything else is derived from the first, per purpose. */
export interface Secrets {
  secretKey: string;
  /** `id:base64,id:base64`; the first encrypts, all decrypt. */
  encryptionKeys: string;
}

/**
 * From the environment; where it sets none (a first start on a bare machine), made once and kept in the data
 * folder, readable by its owner alone.
 */
export function loadSecrets(environment: Environment): Secrets {
  const { secretKey, encryptionKeys, dataFolder } = environment;
  if (secretKey && encryptionKeys) return { secretKey, encryptionKeys };
  const file = join(dataFolder, 'secrets.json');
  if (!existsSync(file)) {
    if (existsSync(join(dataFolder, 'postgres', 'cluster'))) throw lost(file);
    keepNew(file, dataFolder);
  }
  const kept = readKept(file);
  return { secretKey: secretKey ?? kept.secretKey, encryptionKeys: encryptionKeys ?? kept.encryptionKeys };
}

/** Whatever interrupts us, and whoever starts beside us: the file is there whole and once, or not at all. */
function keepNew(file: string, folder: string): void {
  const made: Secrets = {
    secretKey: randomBytes(32).toString('base64url'),
    encryptionKeys: `k1:${randomBytes(32).toString('base64')}`,
  };
  mkdirSync(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  const handle = openSync(unfinished, 'w', 0o600);
  writeFileSync(handle, JSON.stringify(made));
  fsyncSync(handle);
  closeSync(handle);
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(unfinished);
  }
}

function readKept(file: string): Secrets {
  const text = readFileSync(file, 'utf8');
  try {
    const { secretKey, encryptionKeys } = JSON.parse(text) as Partial<Secrets>;
    if (secretKey && encryptionKeys) return { secretKey, encryptionKeys };
  } catch {
    // Said below, like a file that holds something else.
  }
  throw new Error(`${file} does not hold the secrets of this installation. ${WHAT_TO_DO}`);
}

const WHAT_TO_DO =
  'Put it back from a backup (what is encrypted cannot be read without it), or move the data folder away to start anew.';

const lost = (file: string) => new Error(`${file} is gone, and its database is there. ${WHAT_TO_DO}`);
