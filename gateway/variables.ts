import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { badInput } from '../shared/errors';
import { compileVariables } from '../shared/execution/variables';
import type { Variables } from './execution';
import { withoutSuggestion } from './suggestions';

interface Coercion {
  schema: GraphQLSchema;
  definition: OperationDefinitionNode;
  /** Whether a message may name what of the schema comes near a mistake. */
  introspection: boolean;
}

/** Gives the variables with defaults, each of its type; throws BAD_INPUT with a field for each that is not. */
export function variableCoercion(coercion: Coercion): (given: Variables) => Variables {
  const { schema, definition, introspection } = coercion;
  const coerce = compileVariables(schema, definition.variableDefinitions ?? []);
  return (given) => {
    const { errors, coerced } = coerce(given);
    if (!errors) return coerced;
    throw badInput(
      errors.map((error) => ({
        path: /\$(\w+)/.exec(error.message)?.[1] ?? 'variables',
        code: 'TYPE',
        message: introspection ? error.message : withoutSuggestion(error.message),
      })),
    );
  };
}
