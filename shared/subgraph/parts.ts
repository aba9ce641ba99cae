import type { SubgraphName } from '../environment';
import type { SubgraphApp } from './app';

type Resolver = SubgraphApp['resolvers'][number];

/** What a feature brings to its subgraph; of what it leaves out it has none. */
export type Parts = Partial<Omit<SubgraphApp, 'name' | 'resolvers' | 'synchronise'>> & {
  resolvers?: readonly Resolver[];
};

/** A subgraph is the sum of its features. */
export function joinParts(name: SubgraphName, parts: readonly Parts[]): SubgraphApp {
  const all = <K extends 'entities' | 'references' | 'handlers' | 'tasks' | 'clockwork' | 'invariants'>(
    kind: K,
  ) => parts.flatMap((part) => (part[kind] ?? []) as NonNullable<SubgraphApp[K]>[number][]);
  const [first, ...others] = parts.flatMap(({ resolvers = [] }) => resolvers);
  if (!first) throw new Error(`${name} has no resolvers.`);
  const [personalData, ...more] = parts.flatMap((part) => part.personalData ?? []);
  if (more.length) throw new Error(`${name} says more than once what it holds of persons.`);
  return {
    name,
    entities: all('entities'),
    resolvers: [first, ...others],
    references: all('references'),
    handlers: all('handlers'),
    tasks: all('tasks'),
    clockwork: all('clockwork'),
    invariants: all('invariants'),
    ...(personalData ? { personalData } : {}),
    constraints: Object.assign({}, ...parts.map(({ constraints }) => constraints)),
  };
}
