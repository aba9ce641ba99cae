import {
  type FieldNode,
  type GraphQLObjectType,
  type InlineFragmentNode,
  isAbstractType,
  Kind,
  type NamedTypeNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';
import type { Compilation } from './compilation';
import { isIncluded } from './conditions';

/** Response key → the nodes that ask for it: selections of one key are merged, wherever they stand. */
export type Selection = Map<string, FieldNode[]>;

/** What is asked of an object of this type by all these selection sets together. */
export function collectFields(
  compilation: Compilation,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
): Selection {
  const selection: Selection = new Map();
  const spread = new Set<string>();
  for (const set of selectionSets) collectFrom(set);
  return selection;

  function collectFrom({ selections }: SelectionSetNode): void {
    for (const node of selections) {
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        const name = node.name.value;
        if (spread.has(name) || !isIncluded(node, compilation.conditions)) continue;
        spread.add(name);
        const fragment = compilation.fragments[name];
        if (fragment && applies(fragment, compilation, type)) collectFrom(fragment.selectionSet);
        continue;
      }
      if (!isIncluded(node, compilation.conditions)) continue;
      if (node.kind === Kind.FIELD) add(node);
      else if (applies(node, compilation, type)) collectFrom(node.selectionSet);
    }
  }

  function add(node: FieldNode): void {
    const key = node.alias?.value ?? node.name.value;
    const nodes = selection.get(key);
    if (nodes) nodes.push(node);
    else selection.set(key, [node]);
  }
}

function applies(
  fragment: { readonly typeCondition?: NamedTypeNode | undefined } | InlineFragmentNode,
  { schema }: Compilation,
  type: GraphQLObjectType,
): boolean {
  if (!fragment.typeCondition) return true;
  const condition = typeFromAST(schema, fragment.typeCondition);
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
}
