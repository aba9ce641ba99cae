import { join, resolve } from 'node:path';
import { Keyring } from './security/keyring';

/**
 * The environment, read here and nowhere else, parsed once. `.env.example` documents every variable; a test
 * compares the two. A bad value stops the program with a line that names the variable.
 */
export class EnvironmentError extends Error {}

type Source = Record<string, string | undefined>;

export const SUBGRAPHS = ['customer', 'vehicle', 'workshop', 'inventory', 'billing', 'reporting'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];
export const ROLES = ['all', 'gateway', ...SUBGRAPHS, 'worker'] as const;
export type Role = (typeof ROLES)[number];

/** What one operation may cost: a budget below it could never be enough, however long one waits. */
const LARGEST_OPERATION = 20_000;
const MOST_OF_A_BUDGET = 1_000_000_000;

export type Environment = ReturnType<typeof readEnvironment>;

export function readEnvironment(source: Source) {
  const read = new Reader(source);
  const production =
    read.choice('NODE_ENV', ['development', 'test', 'production'], 'development') === 'production';
  const host = read.text('HOST', '127.0.0.1');
  const port = read.integer('PORT', 4000, 0, 65_535);
  const dataFolder = resolve(read.text('DATA_FOLDER', '.data'));
  const databaseUrl = read.url(
    'DATABASE_URL',
    /^postgres(ql)?:\/\//,
    'postgres://user:password@host:5432/database',
  );
  const publicUrl = read.url('PUBLIC_URL') ?? `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`;
  const environment = {
    production,
    host,
    port,
    publicUrl,
    linksUrl: (read.url('LINKS_URL') ?? `${publicUrl}/links`).replace(/\/+$/, ''),
    dataFolder,
    logLevel: read.choice('LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent'], 'info'),
    databaseUrl,
    reportingDatabaseUrl: read.url(
      'REPORTING_DATABASE_URL',
      /^postgres(ql)?:\/\//,
      'postgres://replica:5432/database',
    ),
    // Each of the worker's four jobs may need a second unit of work beside its own, and those take seven tenths of these.
    databasePoolSize: read.integer('DATABASE_POOL_SIZE', 10, 8, 500),
    redisUrl: read.url('REDIS_URL', /^rediss?:\/\//, 'redis://host:6379'),
    secretKey: read.secret('SECRET_KEY', production || databaseUrl !== null),
    encryptionKeys: read.keys('ENCRYPTION_KEYS', production || databaseUrl !== null),
    demo: read.onOff('DEMO', !production && databaseUrl === null),
    board: read.onOff('BOARD', true),
    signUp: read.onOff('SIGN_UP', true),
    introspection: read.onOff('INTROSPECTION', !production),
    identity: read.onOff('IDENTITY', true),
    limits: read.onOff('LIMITS', true),
    budgets: {
      publicRequests: read.integer('BUDGET_PUBLIC_REQUESTS', 100, 1, MOST_OF_A_BUDGET),
      callerCost: read.integer('BUDGET_CALLER_COST', 200_000, LARGEST_OPERATION, MOST_OF_A_BUDGET),
      addressCost: read.integer('BUDGET_ADDRESS_COST', 2_000_000, LARGEST_OPERATION, MOST_OF_A_BUDGET),
    },
    supergraphFile: read.optional('SUPERGRAPH_FILE'),
    persistedOnly: read.optional('PERSISTED_ONLY'),
    subgraphUrls: Object.fromEntries(
      SUBGRAPHS.map((name) => [name, read.url(`${name.toUpperCase()}_URL`)]),
    ) as Record<SubgraphName, string | null>,
    subgraphTimeout: read.integer('SUBGRAPH_TIMEOUT_MS', 10_000, 50, 600_000),
    bodyLimit: read.integer('BODY_LIMIT_BYTES', 1_000_000, 1_000, 100_000_000),
    corsOrigins: read.list('CORS_ORIGINS'),
    trustedProxies: read.integer('TRUSTED_PROXIES', 0, 0, 10),
    smtpUrl: read.url('SMTP_URL', /^smtps?:\/\//, 'smtp://user:password@host:587'),
    mailFrom: read.text('MAIL_FROM', 'Liftbay <no-reply@liftbay.example>'),
    twilio: read.together('TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'),
    whatsappFrom: read.optional('TWILIO_WHATSAPP_FROM'),
    twilioUrl: read.url('TWILIO_URL'),
    stripe: read.together('STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'),
    webhooksToLoopback: read.onOff('WEBHOOKS_TO_LOOPBACK', false),
    gatewayUrl: read.url('GATEWAY_URL') ?? `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`,
    stripeApiBase: read.url('STRIPE_API_BASE'),
    stripeTimeout: read.integer('STRIPE_TIMEOUT_MS', 20_000, 50, 80_000),
    dvlaApiKey: read.optional('DVLA_API_KEY'),
    dvlaUrl: read.url('DVLA_URL'),
    dvlaTimeout: read.integer('DVLA_TIMEOUT_MS', 5_000, 50, 60_000),
    filesFolder: join(dataFolder, 'files'),
    s3: read.together('S3_ENDPOINT', 'S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'),
  };
  if (environment.whatsappFrom && !environment.twilio)
    throw new EnvironmentError('TWILIO_ACCOUNT_SID must be set beside TWILIO_WHATSAPP_FROM.');
  if (production && !environment.identity)
    throw new EnvironmentError('IDENTITY=off is refused in production.');
  if (production && environment.webhooksToLoopback)
    throw new EnvironmentError('WEBHOOKS_TO_LOOPBACK=on is refused in production.');
  if (production && !environment.limits) throw new EnvironmentError('LIMITS=off is refused in production.');
  return environment;
}

/** Names that were read, for the comparison with `.env.example`. */
export function environmentNames(): string[] {
  const names: string[] = [];
  const recorder = new Proxy({} as Source, {
    get(_, name) {
      names.push(String(name));
      return undefined;
    },
  });
  readEnvironment(recorder);
  return [...new Set(names)].sort();
}

/** A password with a bare % in it would fail much later, and say nothing of where. */
function isEncodedWell(url: string): boolean {
  try {
    return decodeURIComponent(url) !== '';
  } catch {
    return false;
  }
}

class Reader {
  constructor(private readonly source: Source) {}

  optional(name: string): string | null {
    const value = this.source[name]?.trim();
    return value ? value : null;
  }

  text(name: string, fallback: string): string {
    return this.optional(name) ?? fallback;
  }

  integer(name: string, fallback: number, least: number, most: number): number {
    const text = this.optional(name);
    if (text === null) return fallback;
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new EnvironmentError(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
    return value;
  }

  choice<const T extends string>(name: string, choices: readonly T[], fallback: T): T {
    const text = this.optional(name) ?? fallback;
    const found = choices.find((choice) => choice === text);
    if (!found) throw new EnvironmentError(`${name} must be one of ${choices.join(', ')}, not "${text}".`);
    return found;
  }

  onOff(name: string, fallback: boolean): boolean {
    return this.choice(name, ['on', 'off'], fallback ? 'on' : 'off') === 'on';
  }

  url(name: string, kind = /^https?:\/\//, such = 'https://host/path'): string | null {
    const text = this.optional(name);
    if (text === null) return null;
    if (!URL.canParse(text) || !kind.test(text) || !isEncodedWell(text))
      throw new EnvironmentError(`${name} must be a URL such as ${such}.`);
    return text.replace(/\/$/, '');
  }

  list(name: string): string[] {
    return (this.optional(name) ?? '').split(',').flatMap((item) => item.trim() || []);
  }

  /** Without a value where none is required, the program makes one and keeps it in the data folder. */
  secret(name: string, required: boolean): string | null {
    const value = this.optional(name);
    if (value === null && required)
      throw new EnvironmentError(`${name} is not set. See .env.example for how to make one.`);
    if (value !== null && value.length < 32)
      throw new EnvironmentError(`${name} is shorter than 32 characters.`);
    return value;
  }

  /** Keys that a keyring can be made of: told here, before anything is done with the others. */
  keys(name: string, required: boolean): string | null {
    const value = this.secret(name, required);
    try {
      if (value !== null) new Keyring(value);
    } catch (error) {
      throw new EnvironmentError(
        `${name}: ${(error as Error).message}. See .env.example for how to make them.`,
      );
    }
    return value;
  }

  /** Variables that are all set or all absent. */
  together<const N extends string>(...names: N[]): Record<N, string> | null {
    const values = names.map((name) => this.optional(name));
    if (values.every((value) => value === null)) return null;
    const missing = names.filter((_, index) => values[index] === null);
    if (missing.length) throw new EnvironmentError(`${missing.join(', ')} must be set beside ${names[0]}.`);
    return Object.fromEntries(names.map((name, index) => [name, values[index]])) as Record<N, string>;
  }
}
