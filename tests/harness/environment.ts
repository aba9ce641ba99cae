import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runState } from './run-state';

/** What every process of a test gets; nothing of the machine's own environment comes in. */
export function baseEnvironment(databaseUrl: string, port: number): Record<string, string> {
  const { secretKey, encryptionKeys, supergraphFile } = runState();
  return {
    NODE_ENV: 'test',
    // Tests say with X-Forwarded-For from where they come; without it they come from 127.0.0.1.
    TRUSTED_PROXIES: '1',
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: '8',
    // Nobody has waited for too long because the machine is busy.
    SUBGRAPH_TIMEOUT_MS: '60000',
    WEBHOOKS_TO_LOOPBACK: 'on',
    SECRET_KEY: secretKey,
    ENCRYPTION_KEYS: encryptionKeys,
    SUPERGRAPH_FILE: supergraphFile,
    DATA_FOLDER: mkdtempSync(join(tmpdir(), 'liftbay-data-')),
    // Every file asks from one address, and many more requests than people do.
    BUDGET_PUBLIC_REQUESTS: '1000000000',
    BUDGET_CALLER_COST: '1000000000',
    BUDGET_ADDRESS_COST: '1000000000',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'error',
  };
}
