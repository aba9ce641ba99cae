import { createRequire } from 'node:module';
import { defineConfig } from '@graphql-hive/gateway';

/**
 * Our subgraphs answer nobody but a gateway that signs who is asking. A signature is good for a minute and is used for
 * half of one, so that signing costs this gateway next to nothing.
 */
const require = createRequire(import.meta.url);
const { IdentitySigner } = require('../../../dist/shared/security/signed-identity.js');
const { deriveSecret } = require('../../../dist/shared/security/secrets.js');

const { BENCH_IDENTITIES, BENCH_SECRET_KEY, BENCH_SUPERGRAPH } = process.env;
const KEPT_MS = 30_000;

const signer = new IdentitySigner({
  secrets: [deriveSecret(BENCH_SECRET_KEY, 'subgraph identity').toString('base64url')],
  clock: { now: () => new Date() },
});
const facts = { requestId: 'bench-hive', address: '127.0.0.1', userAgent: null, refreshToken: null };
const callers = JSON.parse(BENCH_IDENTITIES).map((identity) => ({ identity, facts }));
const signatures = new Map();

function authorizationFor(subgraph, caller) {
  const place = `${subgraph} ${caller}`;
  const known = signatures.get(place);
  if (known && known.until > Date.now()) return known.authorization;
  const authorization = `Bearer ${signer.sign(callers[caller], subgraph)}`;
  signatures.set(place, { authorization, until: Date.now() + KEPT_MS });
  return authorization;
}

export const gatewayConfig = defineConfig({
  supergraph: BENCH_SUPERGRAPH,
  polling: 0,
  propagateHeaders: {
    fromClientToSubgraphs: ({ request, subgraphName }) => ({
      authorization: authorizationFor(subgraphName, request.headers.get('x-caller')),
    }),
  },
});
