import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  const { secretKey, encryptionKeys } = environment;
  if (secretKey && encryptionKeys) return { secretKey, encryptionKeys };
  const file = join(environment.dataFolder, 'secrets.json');
  if (!existsSync(file)) {
    mkdirSync(environment.dataFolder, { recursive: true });
    const made: Secrets = {
      secretKey: randomBytes(32).toString('base64url'),
      encryptionKeys: `k1:${randomBytes(32).toString('base64')}`,
    };
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  return { secretKey: secretKey ?? kept.secretKey, encryptionKeys: encryptionKeys ?? kept.encryptionKeys };
}
