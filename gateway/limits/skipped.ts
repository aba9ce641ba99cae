import {
  type DirectiveNode,
  GraphQLBoolean,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  type SelectionNode,
  valueFromAST,
} from 'graphql';

export type VariableValues = Readonly<Record<string, unknown>>;

/** Whether @skip and @include, with these variables, leave the selection in. */
export function isIncluded(node: SelectionNode, variableValues: VariableValues): boolean {
  for (const directive of node.directives ?? []) {
    const name = directive.name.value;
    if (name === GraphQLSkipDirective.name && condition(directive, variableValues) === true) return false;
    if (name === GraphQLIncludeDirective.name && condition(directive, variableValues) === false) return false;
  }
  return true;
}

function condition(directive: DirectiveNode, variableValues: VariableValues): unknown {
  const argument = directive.arguments?.find(({ name }) => name.value === 'if');
  return argument && valueFromAST(argument.value, GraphQLBoolean, variableValues);
}
