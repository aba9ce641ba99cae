import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { lexicographicSortSchema, parse, print, printSchema } from 'graphql';
import { APPS } from '../program/apps';
import type { AccessTable } from '../shared/access/guard';
import { buildSchema } from '../shared/subgraph/schema';

export interface ComposedGraph {
  subgraphs: { name: string; sdl: string }[];
  supergraph: string;
  /** What clients see, sorted, for frontend teams and for the diff of a review. */
  api: string;
  /** What each type and field of it needs, as JSON: the supergraph says it in descriptions alone. */
  needs: string;
}

/** The addresses in docker-compose.yml's network; a process takes others from CUSTOMER_URL and its like. */
const addressOf = (name: string): string => `http://${name}:4000/graphql`;

export function composeGraph(): ComposedGraph {
  const built = APPS.map((app) => ({ name: app.name, ...buildSchema(app) }));
  const subgraphs = built.map(({ name, sdl }) => ({ name, sdl: `${sdl}\n` }));
  const result = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, url: addressOf(name), typeDefs: parse(sdl) })),
  );
  if (!result.supergraphSdl)
    throw new Error(
      `The subgraphs do not compose:\n${(result.errors ?? []).map((e) => `- ${e.message}`).join('\n')}`,
    );
  const supergraph = `${print(parse(result.supergraphSdl))}\n`;
  const api = Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema();
  return {
    subgraphs,
    supergraph,
    api: `${printSchema(lexicographicSortSchema(api))}\n`,
    needs: needsOf(built.map(({ access }) => access)),
  };
}

function needsOf(tables: readonly AccessTable[]): string {
  const needs = tables.flatMap((table) =>
    [...table].flatMap(([coordinate, access]): [string, string][] => {
      if (access.rule === 'internal') return [];
      return [[coordinate, access.rule === 'permission' ? access.permission : access.rule]];
    }),
  );
  const sorted = needs.sort(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}
