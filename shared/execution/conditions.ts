import {
  type DirectiveNode,
  type DocumentNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  visit,
} from 'graphql';

/** The names of the variables on which @skip and @include depend anywhere in the document. */
export function conditionNames(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      if (name.value !== GraphQLSkipDirective.name && name.value !== GraphQLIncludeDirective.name) return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** Their values alone: a plan is kept, and must not keep the other variables of the request it was made for. */
export function conditionsOf(
  names: readonly string[],
  variables: Record<string, unknown>,
): Record<string, unknown> {
  const given = names.filter((name) => Object.hasOwn(variables, name));
  return Object.fromEntries(given.map((name) => [name, variables[name]]));
}

/** One word for one combination of values; null when one is absent or no Boolean, which ends in an error. */
export function variantOf(names: readonly string[], variables: Record<string, unknown>): string | null {
  let variant = '';
  for (const name of names) {
    const value = variables[name];
    if (value !== true && value !== false) return null;
    variant += value ? '1' : '0';
  }
  return variant;
}

export function isIncluded(
  node: { readonly directives?: readonly DirectiveNode[] | undefined },
  conditions: Readonly<Record<string, unknown>>,
): boolean {
  if (!node.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, conditions)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, conditions)?.if !== false;
}
