import type { DirectiveNode } from 'graphql';
import { enforce } from './exceeded';
import { fold, type Measure, type Operation } from './fold';
import { add } from './saturating';

type Directed = { readonly directives?: readonly DirectiveNode[] };

/** Every use of a directive: on what is declared once, and on selections as often as their fragment is spread. */
export function countDirectives(operation: Operation): number {
  const { definition, fragments, limits } = operation;
  const count = ({ directives = [] }: Directed) => enforce(limits, 'directivesPerNode', directives.length);
  const measure: Measure = { selection: count, field: (_, inside) => inside, join: add };
  const declared = [definition, ...(definition.variableDefinitions ?? []), ...fragments.values()];
  return add(declared.map(count).reduce(add, 0), fold(operation, measure));
}
