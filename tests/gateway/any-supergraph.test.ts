import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { startRole } from '../../program/start-role';
import { readEnvironment } from '../../shared/environment';
import { Log } from '../../shared/log';
import { type GraphAnswer, GraphClient } from '../harness/client';
import { ownPort } from '../harness/own-port';

/** The gateway role serves any federation 2 supergraph at the addresses in its file: it knows nothing of ours. */
const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
const servers: Server[] = [];
let client: GraphClient;
let stop = async () => {};
let reviewsUp = true;
let seenAuthorization: string | undefined;

beforeAll(async () => {
  const products = await serve(
    `${LINK} type Query { products: [Product!]! } type Product @key(fields: "id") { id: ID! name: String! }`,
    { Query: { products: () => [{ id: '1', name: 'Jack' }] } },
  );
  const reviews = await serve(
    `${LINK} type Product @key(fields: "id") { id: ID! stars: Int } type Query { _unused: Int }`,
    { Product: { __resolveReference: ({ id }: { id: string }) => ({ id, stars: 5 }) } },
  );
  const composed = composeServices([
    { name: 'products', url: products.url, typeDefs: parse(products.sdl) },
    { name: 'reviews', url: reviews.url, typeDefs: parse(reviews.sdl) },
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'liftbay-supergraph-'));
  const file = join(folder, 'any.graphql');
  writeFileSync(file, composed.supergraphSdl!);
  const environment = readEnvironment({
    SUPERGRAPH_FILE: file,
    PORT: String(await ownPort()),
    IDENTITY: 'off',
    LIMITS: 'off',
    DATA_FOLDER: folder,
    LOG_LEVEL: 'silent',
  });
  const gateway = await startRole('gateway', environment, new Log('silent'));
  stop = gateway.close;
  client = new GraphClient(gateway.url!, 'any token at all');
});
afterAll(async () => {
  await stop();
  for (const server of servers) server.close();
});

const PRODUCTS = '{ products { id name stars } }';
const plain = (answer: GraphAnswer<unknown>): unknown => JSON.parse(JSON.stringify(answer.data));

test('it plans and executes over the subgraphs of the file, without a database', async () => {
  expect(plain(await client.send(PRODUCTS))).toEqual({ products: [{ id: '1', name: 'Jack', stars: 5 }] });
  expect(seenAuthorization).toBeUndefined();
});

test('with limits off, a large operation runs', async () => {
  const many = Array.from({ length: 200 }, (_, n) => `a${n}: products { id }`).join(' ');
  const answer = await client.send(`{ ${many} }`);
  expect(answer.errors).toEqual([]);
});

test('with one subgraph down, what the others know comes back, with a coded error; then it recovers by itself', async () => {
  reviewsUp = false;
  const partial = await client.send(PRODUCTS);
  expect(plain(partial)).toEqual({ products: [{ id: '1', name: 'Jack', stars: null }] });
  expect(partial.errors[0]!.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'reviews' });
  reviewsUp = true;
  const whole = await client.send(PRODUCTS);
  expect([whole.errors, plain(whole)]).toEqual([[], { products: [{ id: '1', name: 'Jack', stars: 5 }] }]);
});

async function serve(sdl: string, resolvers: Record<string, Record<string, unknown>>) {
  const schema = buildSubgraphSchema({
    typeDefs: parse(sdl),
    resolvers: resolvers as Parameters<typeof buildSubgraphSchema>[0] extends { resolvers?: infer R }
      ? R
      : never,
  });
  const server = createServer(async (request, response) => {
    if (!reviewsUp && sdl.includes('stars')) {
      request.socket.destroy();
      return;
    }
    seenAuthorization = request.headers.authorization;
    let text = '';
    for await (const chunk of request) text += chunk;
    const { query, variables } = JSON.parse(text) as { query: string; variables?: Record<string, unknown> };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(await graphql({ schema, source: query, variableValues: variables })));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { sdl, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` };
}
