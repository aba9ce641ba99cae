import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { LOGIN_ROLES, loginRoleName, roleUrl } from '../../shared/database/roles';
import { environmentNames, ROLES, readEnvironment, SUBGRAPHS } from '../../shared/environment';
import { runState } from '../harness/run-state';

const ROOT = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Service {
  command: string[];
  environment: Record<string, string>;
  image: string;
  build?: { context: string; dockerfile: string };
  ports?: string[];
  read_only?: boolean;
  healthcheck?: { disable?: boolean; test?: string[] };
  depends_on?: Record<string, { condition: string }>;
}

/** What docker compose makes of the file: `${NAME:-default}` and `${NAME:?message}`, the innermost first. */
function interpolated(text: string, variables: Readonly<Record<string, string>>): string {
  const once = text.replace(
    /\$\{(\w+)(?::([-?])([^${}]*))?\}/g,
    (_, name: string, how: string | undefined, rest: string | undefined) => {
      const value = variables[name];
      if (value) return value;
      if (how === '?') throw new Error(`${name}: ${rest}`);
      return rest ?? '';
    },
  );
  return once === text ? once : interpolated(once, variables);
}

const SECRETS = {
  SECRET_KEY: 'k'.repeat(43),
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
  POSTGRES_PASSWORD: 'administrator',
};

const servicesWith = (variables: Readonly<Record<string, string>>): Record<string, Service> =>
  (
    parse(interpolated(read('docker-compose.yml'), variables), { merge: true }) as {
      services: Record<string, Service>;
    }
  ).services;

/** Variables that the containers are not given, each with the reason. */
const NOT_IN_CONTAINERS: Readonly<Record<string, string>> = {
  DEMO: 'The demo shop is for the one process of `npm start`.',
  IDENTITY: 'Cannot be switched off in production.',
  LIMITS: 'Cannot be switched off in production.',
  PERSISTED_ONLY: 'For who has a manifest of their own program.',
  REPORTING_DATABASE_URL: 'For who has a replica; the containers have one database.',
  WEBHOOKS_TO_LOOPBACK: 'Cannot be switched on in production.',
  SUPERGRAPH_FILE: 'The image brings its own.',
};

describe('docker-compose.yml', () => {
  const services = servicesWith(SECRETS);
  const processes = ['gateway', ...SUBGRAPHS, 'worker'];
  const ofProgram = [...processes, 'migrate'];

  it('has a service for each process of the distributed shape, and what they stand on', () => {
    expect(Object.keys(services).sort()).toEqual([...ofProgram, 'postgres', 'redis'].sort());
    expect(processes.filter((name) => !ROLES.some((role) => role === name))).toEqual([]);
  });

  it.each(ofProgram)('runs %s from the one image, on a read-only disk, after what it needs', (name) => {
    const service = services[name]!;
    expect(service.command).toEqual([name]);
    expect(service.image).toBe('liftbay');
    expect(service.read_only).toBe(true);
    expect(existsSync(join(ROOT, service.build!.dockerfile))).toBe(true);
    const needed =
      name === 'migrate' ? { postgres: 'service_healthy' } : { migrate: 'service_completed_successfully' };
    expect(service.depends_on).toMatchObject(
      Object.fromEntries(Object.entries(needed).map(([other, condition]) => [other, { condition }])),
    );
  });

  it.each(ofProgram)('gives %s an environment that the program takes', (name) => {
    const environment = readEnvironment(services[name]!.environment);
    expect(environment).toMatchObject({ production: true, host: '0.0.0.0', port: 4000, demo: false });
    const given = Object.keys(services[name]!.environment);
    expect(environmentNames().filter((variable) => !given.includes(variable))).toEqual(
      Object.keys(NOT_IN_CONTAINERS).sort(),
    );
    expect(given.filter((variable) => !environmentNames().includes(variable))).toEqual([]);
  });

  it('reaches the subgraphs where the supergraph says they are', () => {
    const supergraph = readFileSync(runState().supergraphFile, 'utf8');
    const addresses = [...supergraph.matchAll(/@join__graph\(name: "(\w+)", url: "([^"]+)"\)/g)];
    expect(addresses.map(([, name]) => name).sort()).toEqual([...SUBGRAPHS].sort());
    for (const [, name = '', url = ''] of addresses) {
      expect(new URL(url)).toMatchObject({ hostname: name, port: services[name]!.environment.PORT });
      for (const asking of processes)
        expect(services[asking]!.environment[`${name.toUpperCase()}_URL`]).toBe(url);
    }
  });

  it('publishes the gateway alone, and waits for healthy subgraphs', () => {
    expect(Object.keys(services).filter((name) => services[name]!.ports)).toEqual(['gateway']);
    expect(services.gateway!.ports).toEqual(['4000:4000']);
    for (const name of SUBGRAPHS)
      expect(services.gateway!.depends_on![name]).toEqual({ condition: 'service_healthy' });
    const unwatched = Object.keys(services).filter((name) => services[name]!.healthcheck?.disable);
    expect(unwatched).toEqual(['migrate']);
  });

  it('tells the administrator’s password to the migration alone; the others log in as themselves', () => {
    const knowing = Object.keys(services).filter((name) =>
      JSON.stringify(services[name]).includes(SECRETS.POSTGRES_PASSWORD),
    );
    expect(knowing.sort()).toEqual(['migrate', 'postgres']);
    for (const role of LOGIN_ROLES) {
      const url = new URL(roleUrl(services[role]!.environment.DATABASE_URL!, SECRETS.SECRET_KEY, role));
      expect(url).toMatchObject({ hostname: 'postgres', username: loginRoleName(role) });
      expect(url.password).not.toBe('');
    }
  });

  it('does not start without its secrets', () => {
    for (const name of Object.keys(SECRETS))
      expect(() => servicesWith({ ...SECRETS, [name]: '' })).toThrow(`${name}: see .env.example`);
  });
});

describe('the image', () => {
  const dockerfile = read('deploy/Dockerfile');

  it('copies what exists, and only what its ignore file lets in', () => {
    const allowed = read('deploy/Dockerfile.dockerignore')
      .match(/^!.+$/gm)!
      .map((line) => line.slice(1));
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources]) =>
      sources!.split(' '),
    );
    expect(copied.length).toBeGreaterThan(10);
    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(
      copied.filter((path) => !allowed.some((entry) => path === entry || path.startsWith(`${entry}/`))),
    ).toEqual([]);
  });

  it('runs as a user without privileges', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile.lastIndexOf('USER node')).toBeGreaterThan(dockerfile.lastIndexOf('FROM '));
  });
});
