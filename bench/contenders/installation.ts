import { join } from 'node:path';
import { readEnvironment } from '../../shared/environment';
import { loadSecrets } from '../../shared/secrets';

/** What all programs of one run share: a folder of their own, and the secrets of an installation. */
export interface Installation {
  folder: string;
  secretKey: string;
  encryptionKeys: string;
}

export function openInstallation(folder: string): Installation {
  return { folder, ...loadSecrets(readEnvironment({ DATA_FOLDER: folder })) };
}

export const logFolder = ({ folder }: Installation): string => join(folder, 'logs');

/** The program as it runs in production: with identity, limits, row-level security, logs and metrics. */
export function installationEnvironment(
  { folder, secretKey, encryptionKeys }: Installation,
  databaseUrl: string,
): Record<string, string> {
  return {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    DATA_FOLDER: folder,
    DATABASE_URL: databaseUrl,
    SECRET_KEY: secretKey,
    ENCRYPTION_KEYS: encryptionKeys,
    DEMO: 'off',
    // A few sessions ask as fast as they are answered. What is counted is counted all the same.
    BUDGET_PUBLIC_REQUESTS: '1000000000',
    BUDGET_CALLER_COST: '1000000000',
    BUDGET_ADDRESS_COST: '1000000000',
  };
}
