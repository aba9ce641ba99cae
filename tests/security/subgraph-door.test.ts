import { createHmac, randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { SUBGRAPHS, type SubgraphName } from '../../shared/environment';
import { Metrics } from '../../shared/metrics/metrics';
import { deriveSecret } from '../../shared/security/secrets';
import { IdentitySigner } from '../../shared/security/signed-identity';
import type { SignedCaller } from '../../shared/subgraph/caller';
import { type ServedSubgraph, serveSubgraph } from '../../shared/subgraph/serve';
import { FACTS, system, useSubgraphs } from '../harness/subgraphs';

/** Behind the gateway, a subgraph must be deaf to everybody else: whoever reaches its port has no identity. */
const open = useSubgraphs();
const served = new Map<SubgraphName, ServedSubgraph>();
const organisation = randomUUID();
const caller: SignedCaller = { identity: system(organisation), facts: FACTS };

beforeAll(async () => {
  for (const name of SUBGRAPHS)
    served.set(
      name,
      await serveSubgraph({
        subgraph: open.of(name),
        signer: open.foundation.signer,
        host: '127.0.0.1',
        port: 0,
        bodyLimit: 100_000,
        metrics: new Metrics({ process: false }),
      }),
    );
});
afterAll(() => Promise.all([...served.values()].map((each) => each.close())));

const good = (name: string): string => open.foundation.signer.sign(caller, name);
const otherName = (name: string): string => (name === 'billing' ? 'vehicle' : 'billing');
const signerAt = (now: Date, secret = 'some other secret that nobody gave us') =>
  new IdentitySigner<SignedCaller>({ secrets: [secret], clock: { now: () => now } });

/** Every way to come without a good identity, by name. */
function badTokens(name: string): Record<string, string | null> {
  const [head, body, signature] = good(name).split('.') as [string, string, string];
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
  const raised = Buffer.from(JSON.stringify({ ...claims, exp: 9_999_999_999 })).toString('base64url');
  const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
  return {
    'no token': null,
    'tampered claims': `${head}.${raised}.${signature}`,
    'cut signature': `${head}.${body}.`,
    'another key': signerAt(new Date()).sign(caller, name),
    'another audience': good(otherName(name)),
    'alg none': `${none}.${body}.`,
    'a guessed HMAC': `${head}.${body}.${createHmac('sha256', 'secret').update(`${head}.${body}`).digest('base64url')}`,
    'a token of a client': jwt.sign({ sub: 'x', org: organisation, sid: 'x', kind: 'USER' }, 'secret'),
  };
}

const OPERATIONS = {
  query: '{ __typename }',
  _service: '{ _service { sdl } }',
  _entities: `{ _entities(representations: [{ __typename: "Anything", id: "${randomUUID()}" }]) { __typename } }`,
};

async function post(name: SubgraphName, query: string, headers: Record<string, string>): Promise<Response> {
  return fetch(served.get(name)!.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
}

describe.each(SUBGRAPHS)('%s', (name) => {
  test.each(Object.entries(OPERATIONS))(
    'over HTTP refuses %s to everybody but the gateway',
    async (_, query) => {
      for (const [way, token] of Object.entries(badTokens(name))) {
        const response = await post(name, query, token === null ? {} : { authorization: `Bearer ${token}` });
        expect([way, response.status]).toEqual([way, 401]);
        expect(((await response.json()) as { data?: unknown }).data).toBeUndefined();
      }
    },
  );

  test('over HTTP does not look at identities that a client put into headers', async () => {
    const identity = JSON.stringify(caller);
    const response = await post(name, '{ __typename }', {
      'x-identity': identity,
      'x-liftbay-identity': identity,
      'x-organisation-id': organisation,
    });
    expect(response.status).toBe(401);
  });

  test('over HTTP answers the gateway', async () => {
    const response = await post(name, '{ _service { sdl } }', { authorization: `Bearer ${good(name)}` });
    expect(response.status).toBe(200);
    expect(JSON.stringify(await response.json())).toContain('@link');
  });
});

test('an identity that was signed more than a minute ago is refused', async () => {
  const { secretKey } = open.foundation.kernel.secrets;
  const secret = deriveSecret(secretKey, 'subgraph identity').toString('base64url');
  const old = signerAt(new Date(Date.now() - 120_000), secret).sign(caller, 'vehicle');
  const fresh = signerAt(new Date(), secret).sign(caller, 'vehicle');
  expect((await post('vehicle', '{ __typename }', { authorization: `Bearer ${old}` })).status).toBe(401);
  expect((await post('vehicle', '{ __typename }', { authorization: `Bearer ${fresh}` })).status).toBe(200);
});
