import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { limitExceeded } from './exceeded';
import { type FieldFacts, factsOf } from './field-facts';
import type { OperationLimits } from './limits';
import { isIncluded, type VariableValues } from './skipped';

/** Selection sets inside each other, fragments included: keeps our own recursion far from the stack's end. */
const LARGEST_NESTING = 500;

export interface FieldUse {
  node: FieldNode;
  parent: GraphQLCompositeType;
  facts: FieldFacts;
}

/** Something that is counted over an operation. Numbers, joined in any order. */
export interface Measure {
  /** What a field counts, given what is counted inside it. */
  field(use: FieldUse, inside: number): number;
  /** What any selection counts by itself, even one that is skipped. */
  selection?(node: SelectionNode): number;
  join(left: number, right: number): number;
}

export interface Operation {
  definition: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  schema: GraphQLSchema;
  variableValues: VariableValues;
  limits: OperationLimits;
}

export function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  return fragments;
}

/**
 * Counts an operation as if every fragment were written out where it is spread, without writing it out: what a
 * fragment counts depends only on the fragment, so it is counted once. Expects a validated document.
 */
export function fold(operation: Operation, measure: Measure): number {
  return new Fold(operation, measure).run();
}

class Fold {
  private readonly counted = new Map<string, number>();

  constructor(
    private readonly operation: Operation,
    private readonly measure: Measure,
  ) {}

  run(): number {
    const { definition, schema } = this.operation;
    const root = schema.getRootType(definition.operation);
    return root ? this.selections(definition.selectionSet, root, 1) : 0;
  }

  private selections(set: SelectionSetNode, parent: GraphQLCompositeType, nesting: number): number {
    const { limits, variableValues } = this.operation;
    if (nesting > LARGEST_NESTING) throw limitExceeded('depth', limits.depth, nesting);
    let total = 0;
    for (const node of set.selections) {
      if (this.measure.selection) total = this.measure.join(total, this.measure.selection(node));
      if (isIncluded(node, variableValues))
        total = this.measure.join(total, this.selection(node, parent, nesting + 1));
    }
    return total;
  }

  private selection(node: SelectionNode, parent: GraphQLCompositeType, nesting: number): number {
    if (node.kind === Kind.FIELD) return this.field(node, parent, nesting);
    if (node.kind === Kind.FRAGMENT_SPREAD) return this.fragment(node.name.value, nesting);
    const type = node.typeCondition ? this.compositeType(node.typeCondition.name.value) : parent;
    return type ? this.selections(node.selectionSet, type, nesting) : 0;
  }

  private field(node: FieldNode, parent: GraphQLCompositeType, nesting: number): number {
    const facts = factsOf(parent, node.name.value);
    if (!facts) return 0;
    const inside =
      node.selectionSet && facts.type ? this.selections(node.selectionSet, facts.type, nesting) : 0;
    return this.measure.field({ node, parent, facts }, inside);
  }

  private fragment(name: string, nesting: number): number {
    const known = this.counted.get(name);
    if (known !== undefined) return known;
    const fragment = this.operation.fragments.get(name);
    const type = fragment && this.compositeType(fragment.typeCondition.name.value);
    const count = fragment && type ? this.selections(fragment.selectionSet, type, nesting) : 0;
    this.counted.set(name, count);
    return count;
  }

  private compositeType(name: string): GraphQLCompositeType | undefined {
    const type = this.operation.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}
