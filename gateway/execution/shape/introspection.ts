import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { Data, Variables } from '../values';
import type { SelectionContext } from './selections';

export type Introspect = (variables: Variables) => Data;

/** `__schema` and `__type` are answered here, from the API's schema; no subgraph is asked. */
export function introspection(
  { schema, fragments }: SelectionContext,
  operation: OperationDefinitionNode,
  fields: readonly FieldNode[],
): Introspect {
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: OperationTypeNode.QUERY,
        variableDefinitions: operation.variableDefinitions,
        selectionSet: { kind: Kind.SELECTION_SET, selections: fields },
      },
      ...fragments.values(),
    ],
  };
  return (variables) => {
    const { data, errors } = executeSync({ schema, document, variableValues: variables });
    if (errors?.length) throw errors[0]!;
    return data as Data;
  };
}
