import { type DocumentNode, type GraphQLSchema, getOperationAST } from 'graphql';
import { badField } from '../../shared/errors';
import { aliases } from './aliases';
import { costMeasure } from './cost';
import { depth } from './depth';
import { countDirectives } from './directives';
import { enforce } from './exceeded';
import { fold, fragmentsOf, type Operation } from './fold';
import { introspectionLists } from './introspection';
import type { OperationLimits } from './limits';
import { rootFields } from './root-fields';
import type { VariableValues } from './skipped';

export interface LimitedOperation {
  /** Parsed within the limits, and validated: fragments exist and do not spread themselves. */
  document: DocumentNode;
  operationName?: string | null;
  schema: GraphQLSchema;
  /** Coerced: `getVariableValues(…).coerced`, with defaults filled in. */
  variableValues: VariableValues;
  limits: OperationLimits;
}

/** How large an operation was found to be. */
export interface OperationSize {
  depth: number;
  aliases: number;
  rootFields: number;
  directives: number;
  introspectionLists: number;
  cost: number;
}

/**
 * Throws LIMIT_EXCEEDED for the first limit that the operation passes; otherwise tells its size. What @skip and
 * @include leave out is not counted, only the directives themselves are.
 */
export function checkLimits({ document, operationName, ...settings }: LimitedOperation): OperationSize {
  const definition = getOperationAST(document, operationName);
  if (!definition) throw badField('operationName', 'UNKNOWN', 'The document has no such operation.');
  const operation: Operation = { definition, fragments: fragmentsOf(document), ...settings };
  const { limits, schema, variableValues } = settings;
  return {
    depth: enforce(limits, 'depth', fold(operation, depth)),
    rootFields: enforce(limits, 'rootFields', fold(operation, rootFields)),
    aliases: enforce(limits, 'aliases', fold(operation, aliases)),
    directives: enforce(limits, 'directives', countDirectives(operation)),
    introspectionLists: enforce(limits, 'introspectionLists', fold(operation, introspectionLists)),
    cost: enforce(limits, 'cost', fold(operation, costMeasure(schema, variableValues))),
  };
}
