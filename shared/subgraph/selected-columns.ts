import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { ColumnNeeds } from './column-needs';

/** By type: the properties that the fields selected anywhere below are made from; null when it may be any. */
type Collected = Map<string, Set<string> | null>;

/** Fields of the paging convention that are made from the columns that a list is ordered by. */
const CURSORS = ['cursor', 'startCursor', 'endCursor'];

/** What an answer needs of each type of record. */
export class SelectedColumns {
  readonly hasCursors: boolean;
  private readonly sets = new Map<string, ReadonlySet<string>>();

  constructor(private readonly collected: Collected) {
    this.hasCursors = [...collected.values()].some(
      (properties) => properties === null || CURSORS.some((name) => properties.has(name)),
    );
  }

  /** Whether the answer has records of this type. */
  answers(type: string): boolean {
    return this.collected.has(type);
  }

  /** With others that are read besides; the same set each time. Null: all of them. */
  of(type: string, besides: readonly string[] = []): ReadonlySet<string> | null {
    const selected = this.collected.get(type);
    if (!selected || !besides.length) return selected ?? null;
    const key = `${type} ${besides.join()}`;
    let set = this.sets.get(key);
    if (!set) {
      set = new Set([...selected, ...besides]);
      this.sets.set(key, set);
    }
    return set;
  }
}

type SelectionInfo = Pick<GraphQLResolveInfo, 'fieldNodes' | 'returnType' | 'schema' | 'fragments'>;

/** Reads selections; what was found for a field of a compiled operation is kept as long as that. */
export class SelectionReader {
  private readonly known = new WeakMap<readonly FieldNode[], SelectedColumns>();

  constructor(private readonly needs: ColumnNeeds) {}

  below(info: SelectionInfo): SelectedColumns {
    let selected = this.known.get(info.fieldNodes);
    if (!selected) {
      const collected: Collected = new Map();
      for (const node of info.fieldNodes)
        this.visit(getNamedType(info.returnType), node.selectionSet, info, collected);
      selected = new SelectedColumns(collected);
      this.known.set(info.fieldNodes, selected);
    }
    return selected;
  }

  /** What `@skip` and `@include` may leave out counts as selected: one answer for all values of the variables. */
  private visit(
    type: GraphQLNamedType,
    set: SelectionSetNode | undefined,
    info: SelectionInfo,
    collected: Collected,
  ): void {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) this.field(type, selection, info, collected);
      else {
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? info.fragments[selection.name.value]! : selection;
        const condition = fragment.typeCondition
          ? info.schema.getType(fragment.typeCondition.name.value)!
          : type;
        this.visit(condition, fragment.selectionSet, info, collected);
      }
    }
  }

  private field(type: GraphQLNamedType, node: FieldNode, info: SelectionInfo, collected: Collected): void {
    for (const object of objectTypes(type, info)) {
      const name = node.name.value;
      if (!collected.has(object.name)) collected.set(object.name, new Set());
      if (name === TypeNameMetaFieldDef.name) continue;
      const known = collected.get(object.name);
      const needed = this.needs.get(`${object.name}.${name}`);
      if (!needed) collected.set(object.name, null);
      else for (const property of needed) known?.add(property);
      const field = object.getFields()[name];
      if (field) this.visit(getNamedType(field.type), node.selectionSet, info, collected);
    }
  }
}

function objectTypes(type: GraphQLNamedType, { schema }: SelectionInfo): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}
