import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { TOTP } from 'otpauth';
import type { GraphAnswer, GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import { soon } from './identity.fixtures';

/** Attempts are counted by address; each test comes from one of its own, through a proxy that says so. */
export const newAddress = (): string => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;

export const from = (graph: TestGraph, address = newAddress()): GraphClient =>
  graph.anonymous().with({ 'x-forwarded-for': address });

export interface SignedIn {
  login: { accessToken: string; expiresAt: string; refreshToken: string | null };
}

export const LOGIN = `mutation ($input: LoginInput!) { login(input: $input) {
  accessToken expiresAt refreshToken user { id email } } }`;

export interface Credentials {
  organisation: string;
  login: string;
  password: string;
  mfaCode?: string;
  tokenDelivery?: 'COOKIE' | 'BODY';
}

export const login = (client: GraphClient, input: Credentials): Promise<GraphAnswer<SignedIn>> =>
  client.send<SignedIn>(LOGIN, { input });

/** The tokens of a new sign-in, for a program that keeps them itself. */
export async function tokens(
  graph: TestGraph,
  input: Credentials,
): Promise<{ access: string; refresh: string }> {
  const data = await from(graph).ask<SignedIn>(LOGIN, { input: { ...input, tokenDelivery: 'BODY' } });
  return { access: data.login.accessToken, refresh: data.login.refreshToken! };
}

export const refresh = (client: GraphClient, refreshToken: string | null = null) =>
  client.send<{ refreshSession: { accessToken: string; refreshToken: string | null; expiresAt: string } }>(
    'mutation ($token: String) { refreshSession(refreshToken: $token) { accessToken refreshToken expiresAt } }',
    { token: refreshToken },
  );

/** The user behind a client, null for a link, or the code of the refusal. */
export const whoAmI = async (client: GraphClient): Promise<string | null> => {
  const { data, code } = await client.send<{ me: { user: { id: string } | null } }>('{ me { user { id } } }');
  return code ?? data.me.user?.id ?? null;
};

export const NEW_PASSWORD = 'a longer walk in the evening';

export interface ResetRequest {
  organisation: string;
  login: string;
  channel?: 'EMAIL' | 'SMS';
}

export const requestReset = (client: GraphClient, input: ResetRequest) =>
  client.send<{ requestPasswordReset: boolean }>(
    'mutation ($input: PasswordResetRequestInput!) { requestPasswordReset(input: $input) }',
    { input },
  );

export const reset = (client: GraphClient, token: string, newPassword = NEW_PASSWORD) =>
  client.send<{ resetPassword: boolean }>(
    'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) }',
    { input: { token, newPassword } },
  );

export const register = (client: GraphClient, input: Record<string, unknown>) =>
  client.send<{ register: boolean }>('mutation ($input: RegisterInput!) { register(input: $input) }', {
    input,
  });

/** Whether this token is refused from now on. */
export const isOut = async (client: GraphClient): Promise<boolean> =>
  (await soon('UNAUTHENTICATED', () => whoAmI(client))) === 'UNAUTHENTICATED';

/** What an authenticator would show, so many steps of half a minute from now. */
export const totp = (secret: string, steps = 0): string =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 });

export interface Audited {
  action: string;
  actor_kind: string;
  actor_id: string | null;
  entity_type: string;
  entity_id: string;
  new_values: Record<string, unknown>;
}

/** The audit log of an organisation for one action, the oldest first. */
export const audited = (graph: TestGraph, organisationId: string, action: string): Promise<Audited[]> =>
  graph.sql<Audited>(
    `select action, actor_kind, actor_id, entity_type, entity_id, new_values from platform.audit_log
     where organisation_id = $1 and action = $2 order by id`,
    [organisationId, action],
  );

const STEP_MS = 30_000;
const ROOM_MS = 8_000;

/** Codes are compared by the half minute: near its end a test waits for the next, so that all of it is in one. */
export async function roomInStep(): Promise<void> {
  const left = STEP_MS - (Date.now() % STEP_MS);
  if (left < ROOM_MS) await pause(left);
}

export const setting = (client: GraphClient, input: Record<string, unknown>) =>
  client.ask('mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { id } }', {
    input,
  });

export const newEmail = (): string => `person-${randomBytes(5).toString('hex')}@mail.example`;

/** Every job that waits for its time, or for another attempt, is due now; resolves when it has been tried. */
export async function runDueNow(graph: TestGraph): Promise<void> {
  await graph.sql(
    'update graphile_worker._private_jobs set run_at = now(), attempts = 0 where locked_at is null',
  );
  await graph.sql("select pg_notify('jobs:insert', '')");
  await untilIdle(graph);
}

/** The minute in which attempts are counted, for as long as a busy machine needs to make them. */
export const minuteLasts = (graph: TestGraph, rule: string): Promise<unknown> =>
  graph.sql(
    "update platform.throttle set window_ends = now() + interval '1 hour' where subject like $1 || ':%'",
    [rule],
  );
