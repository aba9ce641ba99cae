import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { isIncluded } from '../../limits/skipped';
import type { Variables } from '../values';

/** A field as selected in one place, on the type that its selection set is written for. */
export interface Selected {
  node: FieldNode;
  parent: GraphQLCompositeType;
}

/** A selection set, and the type that it is written for. */
export interface SelectionScope {
  set: SelectionSetNode;
  parent: GraphQLCompositeType;
}

export interface SelectionContext {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  values: Variables;
}

/** The fields that an object of this type gets, by response name and in the order of the answer. */
export function selectionsFor(
  context: SelectionContext,
  type: GraphQLCompositeType,
  scopes: readonly SelectionScope[],
): Map<string, Selected[]> {
  const fields = new Map<string, Selected[]>();
  const spread = new Set<string>();
  const collect = ({ set, parent }: SelectionScope): void => {
    for (const selection of set.selections) {
      if (!isIncluded(selection, context.values)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = selection.alias?.value ?? selection.name.value;
        const selected = fields.get(name);
        if (selected) selected.push({ node: selection, parent });
        else fields.set(name, [{ node: selection, parent }]);
        continue;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        enter(selection, parent);
        continue;
      }
      const { value } = selection.name;
      if (spread.has(value)) continue;
      spread.add(value);
      enter(context.fragments.get(value)!, parent);
    }
  };
  const enter = (
    fragment: FragmentDefinitionNode | InlineFragmentNode,
    parent: GraphQLCompositeType,
  ): void => {
    const { typeCondition, selectionSet } = fragment;
    // Without a condition it is the same as without the fragment, whatever the object turned out to be.
    if (!typeCondition) {
      collect({ set: selectionSet, parent });
      return;
    }
    const condition = context.schema.getType(typeCondition.name.value);
    if (isCompositeType(condition) && appliesTo(context.schema, condition, type))
      collect({ set: selectionSet, parent: condition });
  };
  for (const scope of scopes) collect(scope);
  return fields;
}

function appliesTo(
  schema: GraphQLSchema,
  condition: GraphQLCompositeType,
  type: GraphQLCompositeType,
): boolean {
  if (condition === type) return true;
  return isAbstractType(condition) && !isUnionType(type) && schema.isSubType(condition, type);
}
