import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, graphql, parse } from 'graphql';
import { Graph } from '../../gateway/graph';
import { graphEndpoint } from '../../gateway/graph-endpoint';
import { GatewayMetrics } from '../../gateway/http/metrics';
import { DEFAULT_LIMITS } from '../../gateway/limits';
import { Log } from '../../shared/log';
import type { SubgraphLink } from '../../shared/subgraph/peers';
import { ask, type RawAnswer, serve } from '../kernel/gateway/serve';

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Query {
    greeting(name: String = "you", times: Int): String!
    colour(of: Colour!): Colour
    sum(of: [Int]): Int
    wrong: String
    strange: String
    teapot: String
    part: Part
  }
  type Part { name: String part: Part }
  type Mutation { count(by: Int! = 1): Int! }
  type Subscription { ticks: Int }
  enum Colour { RED GREEN }
`;

/** A small graph behind the gateway's real way from HTTP to an operation and back. */
export interface Door {
  /** What Prometheus is told. */
  metrics(): Promise<string>;
  /** How often the mutation ran. */
  counted(): number;
  /** `target` is what stands behind the address: `?query=…`. */
  send(sent: Sent): Promise<RawAnswer>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface Sent {
  method?: string;
  target?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

export const REQUEST_ID = 'request-of-the-test';

/** Status and body of an answer. */
export const outcome = ({ status, body }: RawAnswer): [number, unknown] => [
  status,
  JSON.parse(body.toString()),
];

const badInput = (message: string, field: object): object => {
  const extensions = {
    code: 'BAD_INPUT',
    reference: 'VALIDATION_ERROR',
    fields: [field],
    requestId: REQUEST_ID,
  };
  return { errors: [{ message, extensions }] };
};

/** The answer to a request that is not as requests are. */
export const badRequest = (path: string, code: string, message: string): object =>
  badInput(message, { path, code, message });

/** The answer to a value that is not as the operation says. */
export const badValue = (path: string, code: string, message: string): object =>
  badInput(`${path}: ${message}`, { path, code, message });

export async function openDoor({ introspection = true } = {}): Promise<Door> {
  let counted = 0;
  const schema = buildSubgraphSchema({
    typeDefs: parse(SDL),
    resolvers: {
      Query: {
        greeting: (_: unknown, { name, times = 1 }: { name: string; times?: number }) =>
          `hello ${name}`.repeat(times),
        colour: (_: unknown, { of }: { of: string }) => of,
        wrong: () => {
          throw new Error('a password of the database');
        },
        strange: () => {
          throw new GraphQLError('Wrong in its own way.', {
            extensions: { code: 'CONFLICT', http: { status: 99_999, headers: { location: '/' } } },
          });
        },
        teapot: () => {
          throw new GraphQLError('Short and stout.', {
            extensions: { code: 'CONFLICT', http: { status: 418 } },
          });
        },
      },
      Mutation: {
        count: (_: unknown, { by }: { by: number }) => {
          counted += by;
          return counted;
        },
      },
    },
  });
  const { supergraphSdl } = composeServices([{ name: 'small', url: 'http://small', typeDefs: parse(SDL) }]);
  const link: SubgraphLink = {
    execute: async ({ query, variables, operationName }) =>
      JSON.parse(
        JSON.stringify(await graphql({ schema, source: query, variableValues: variables, operationName })),
      ),
  };
  const metrics = new GatewayMetrics({ process: false });
  const graph = await Graph.open({
    supergraph: supergraphSdl!,
    linkTo: () => link,
    metrics,
    limits: DEFAULT_LIMITS,
    budgets: null,
    introspection,
  });
  const options = {
    graph,
    principals: null,
    trustedProxies: 0,
    bodyLimit: 100_000,
    log: new Log('silent'),
  };
  const server = await serve((request, response) =>
    request.url === '/metrics'
      ? metrics.handle(request, response)
      : graphEndpoint(request, response, options),
  );
  return {
    metrics: async () => (await ask(`${server.url}/metrics`)).body.toString(),
    counted: () => counted,
    send: ({ method, target = '', headers, body }) =>
      ask(`${server.url}/graphql${target}`, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: {
          'x-request-id': REQUEST_ID,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await graph.stop();
    },
  };
}
