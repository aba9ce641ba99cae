import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { type Data, isObject, own } from '../values';
import { merge } from './merge';
import { fits } from './subtypes';

/** What a subgraph is told of an object to find it; null when something that it needs is not known. */
export type Represent = (object: Data) => Data | null;

/** Writes its part of the representation; false when something is missing. */
type Part = (object: Data, representation: Data) => boolean;

/** The `requires` of a fetch, made ready to run. */
export function compileRepresentation(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
): Represent {
  const [only, ...others] = requires;
  if (only?.kind === 'InlineFragment' && only.typeCondition && !others.length)
    return compileFragment(schema, only.typeCondition, only.selections);
  return compileSelections(schema, requires);
}

function compileSelections(schema: GraphQLSchema, selections: readonly QueryPlanSelectionNode[]): Represent {
  const parts = selections.map((selection) => compilePart(schema, selection));
  return (object) => {
    const representation: Data = {};
    for (const part of parts) if (!part(object, representation)) return null;
    return representation;
  };
}

/** Nearly all that a fetch requires is one of these: the key of one type. */
function compileFragment(
  schema: GraphQLSchema,
  condition: string,
  selections: readonly QueryPlanSelectionNode[],
): Represent {
  const inside = compileSelections(schema, selections);
  const applies = fits(schema, condition);
  return (object) => (applies(object.__typename) ? inside(object) : null);
}

function compilePart(schema: GraphQLSchema, selection: QueryPlanSelectionNode): Part {
  if (selection.kind === 'InlineFragment') {
    if (!selection.typeCondition) return () => true;
    const inside = compileFragment(schema, selection.typeCondition, selection.selections);
    return (object, representation) => {
      // Something missing leaves out what the condition is about, and the rest may do.
      const found = inside(object);
      if (found) merge(representation, found);
      return true;
    };
  }
  const name = selection.alias ?? selection.name;
  // A condition that does not apply leaves an object without fields here, not null.
  const nested = selection.selections && compileSelections(schema, selection.selections);
  return (object, representation) => {
    const value = own(object, name);
    // Only an error that was already told can have kept it away: the object is passed over.
    if (value === undefined) return false;
    representation[name] = nested ? represented(value, nested) : value;
    return true;
  };
}

function represented(value: unknown, represent: Represent): unknown {
  if (Array.isArray(value)) return value.map((item) => represented(item, represent));
  return isObject(value) ? represent(value) : null;
}
