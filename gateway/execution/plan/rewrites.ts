import type { FetchDataRewrite } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isObject, own } from '../values';
import { fits } from './subtypes';

/** Changes that a plan wants in what is sent to a subgraph or comes from it: a type's other name, an alias. */
export type Rewrite = (value: unknown) => void;

const FRAGMENT = '... on ';

export function compileRewrites(
  schema: GraphQLSchema,
  rewrites: readonly FetchDataRewrite[] | undefined,
): Rewrite | null {
  if (!rewrites?.length) return null;
  const all = rewrites.map((rewrite) => compileRewrite(schema, rewrite));
  return (value) => {
    for (const rewrite of all) rewrite(value);
  };
}

function compileRewrite(schema: GraphQLSchema, rewrite: FetchDataRewrite): Rewrite {
  const last = rewrite.path.at(-1);
  const end: Rewrite = (value) => {
    if (last === undefined || !isObject(value)) return;
    if (rewrite.kind === 'ValueSetter') value[last] = rewrite.setValueTo;
    else {
      const renamed = own(value, last);
      // Nothing, zero and the empty text are values too.
      if (renamed === undefined) return;
      value[rewrite.renameKeyTo] = renamed;
      value[last] = undefined;
    }
  };
  return rewrite.path
    .slice(0, -1)
    .reduceRight<Rewrite>((inside, step) => at(schema, step, inside), each(end));
}

function at(schema: GraphQLSchema, step: string, inside: Rewrite): Rewrite {
  if (!step.startsWith(FRAGMENT))
    return each((value) => {
      if (isObject(value)) inside(own(value, step));
    });
  const applies = fits(schema, step.slice(FRAGMENT.length));
  // Not every object carries its `__typename` here; one that does not is taken to fit.
  return each((value) => {
    if (isObject(value) && (!value.__typename || applies(value.__typename))) inside(value);
  });
}

function each(rewrite: Rewrite): Rewrite {
  const visit: Rewrite = (value) => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else rewrite(value);
  };
  return visit;
}
