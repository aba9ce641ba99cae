import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { lexicographicSortSchema, parse, print, printSchema } from 'graphql';
import { APPS } from '../program/apps';
import { buildSchema } from '../shared/subgraph/schema';

export interface ComposedGraph {
  subgraphs: { name: string; sdl: string }[];
  supergraph: string;
  /** What clients see, sorted, for frontend teams and for the diff of a review. */
  api: string;
}

/** The addresses in docker-compose.yml's network; a process takes others from CUSTOMER_URL and its like. */
const addressOf = (name: string): string => `http://${name}:4000/graphql`;

export function composeGraph(): ComposedGraph {
  const subgraphs = APPS.map((app) => ({ name: app.name, sdl: `${buildSchema(app).sdl}\n` }));
  const result = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, url: addressOf(name), typeDefs: parse(sdl) })),
  );
  if (!result.supergraphSdl)
    throw new Error(
      `The subgraphs do not compose:\n${(result.errors ?? []).map((e) => `- ${e.message}`).join('\n')}`,
    );
  const supergraph = `${print(parse(result.supergraphSdl))}\n`;
  const api = Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema();
  return { subgraphs, supergraph, api: `${printSchema(lexicographicSortSchema(api))}\n` };
}
