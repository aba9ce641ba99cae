import { type Role, SUBGRAPHS } from '../../shared/environment';

export const PROCESS_ROLES = ['gateway', ...SUBGRAPHS, 'worker'] as const satisfies readonly Role[];
export type ProcessRole = (typeof PROCESS_ROLES)[number];

export interface Common {
  /** The gateway's port; the subgraphs take the ones that follow it. */
  firstPort: number;
  databaseUrl: string;
  redisUrl: string;
  secretKey: string;
  encryptionKeys: string;
}

/** What a role is told when all eight run on this machine. */
export function roleEnvironment(role: ProcessRole, common: Common): Record<string, string> {
  const portOf = (name: ProcessRole): number => common.firstPort + PROCESS_ROLES.indexOf(name);
  return {
    HOST: '127.0.0.1',
    PORT: String(portOf(role)),
    PUBLIC_URL: `http://127.0.0.1:${common.firstPort}`,
    GATEWAY_URL: `http://127.0.0.1:${portOf('gateway')}`,
    DATABASE_URL: common.databaseUrl,
    REDIS_URL: common.redisUrl,
    SECRET_KEY: common.secretKey,
    ENCRYPTION_KEYS: common.encryptionKeys,
    ...Object.fromEntries(
      SUBGRAPHS.map((name) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${portOf(name)}/graphql`]),
    ),
  };
}
