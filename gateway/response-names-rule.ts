import { GraphQLError, type ValidationRule } from 'graphql';

/** Answers are plain objects, where `__proto__` is not a property like others; nobody needs it as an alias. */
export const responseNamesRule: ValidationRule = (context) => ({
  Field(node) {
    if (node.alias?.value === '__proto__')
      context.reportError(new GraphQLError('A field cannot be called "__proto__".', { nodes: node }));
  },
});
