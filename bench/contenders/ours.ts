import { freePort } from '../../shared/embedded/free-port';
import { SUBGRAPHS, type SubgraphName } from '../../shared/environment';
import { PROCESS_ROLES, type ProcessRole } from '../../tools/processes/role-environment';
import type { Target } from '../load/request';
import { PROGRAM } from '../place';
import type { Callers } from './callers';
import { Child } from './child';
import { type Contender, graphBody } from './contender';
import { type Installation, logFolder } from './installation';
import { startRedis } from './redis';

type Variables = Record<string, string>;

/** The whole system in one process. */
export async function startWhole(
  environment: Variables,
  installation: Installation,
): Promise<{ child: Child; port: number; url: string }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = await startProgram(
    'all',
    { ...environment, PORT: String(port), PUBLIC_URL: url },
    installation,
  );
  return { child, port, url };
}

export async function ourOne(
  environment: Variables,
  installation: Installation,
  callers: Callers,
): Promise<Contender & { url: string }> {
  const { child, port, url } = await startWhole(environment, installation);
  return {
    name: 'one',
    url,
    pids: [child.pid],
    request: (call, caller) => ({ target: targetAt(port, callers.tokens[caller]!), body: graphBody(call) }),
    stop: () => child.stop(),
  };
}

export interface OurMany extends Contender {
  subgraphs: Record<SubgraphName, { url: string; pid: number }>;
}

/** The eight roles as processes that speak HTTP to each other, with a Redis beside them. */
export async function ourMany(
  environment: Variables,
  installation: Installation,
  callers: Callers,
): Promise<OurMany> {
  const redis = await startRedis();
  const ports = new Map<ProcessRole, number>();
  for (const role of PROCESS_ROLES) ports.set(role, await freePort());
  const urlOf = (role: ProcessRole) => `http://127.0.0.1:${ports.get(role)}`;
  const common = {
    ...environment,
    PUBLIC_URL: urlOf('gateway'),
    REDIS_URL: redis.url,
    ...Object.fromEntries(SUBGRAPHS.map((name) => [`${name.toUpperCase()}_URL`, `${urlOf(name)}/graphql`])),
  };
  const started = await Promise.allSettled(
    PROCESS_ROLES.map((role) =>
      startProgram(role, { ...common, PORT: String(ports.get(role)) }, installation),
    ),
  );
  const children = started.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const stop = async () => {
    await Promise.all(children.map((child) => child.stop()));
    await redis.stop();
  };
  const failed = started.find((outcome) => outcome.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const pidOf = (role: ProcessRole) => children[PROCESS_ROLES.indexOf(role)]!.pid;
  return {
    name: 'many',
    pids: children.map((child) => child.pid),
    subgraphs: Object.fromEntries(
      SUBGRAPHS.map((name) => [name, { url: `${urlOf(name)}/graphql`, pid: pidOf(name) }]),
    ) as OurMany['subgraphs'],
    request: (call, caller) => ({
      target: targetAt(ports.get('gateway')!, callers.tokens[caller]!),
      body: graphBody(call),
    }),
    stop,
  };
}

function startProgram(role: string, environment: Variables, installation: Installation): Promise<Child> {
  return Child.start({
    name: `ours-${role}`,
    args: [PROGRAM, role],
    environment,
    health: `http://127.0.0.1:${environment.PORT}/${role === 'all' || role === 'gateway' ? 'readyz' : 'healthz'}`,
    logFolder: logFolder(installation),
  });
}

const targetAt = (port: number, token: string): Target => ({
  host: '127.0.0.1',
  port,
  path: '/graphql',
  headers: { authorization: `Bearer ${token}` },
});
