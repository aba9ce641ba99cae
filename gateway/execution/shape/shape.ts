import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { type Data, isObject, own, type Variables } from '../values';
import { type Introspect, introspection } from './introspection';
import { leafCheck, takesText } from './leaves';
import { type Selected, type SelectionContext, type SelectionScope, selectionsFor } from './selections';

/**
 * Something else than the schema says counts as null. `undefined` stands for a null where none may be: the object
 * around it becomes null instead.
 */
type Complete = (value: unknown) => unknown;

interface Field {
  name: string;
  /** A text that is found under the name is the value as it is. */
  takesText: boolean;
  read(object: Data, variables: Variables): unknown;
}

/** The fields of one object, in their order. */
interface Fields {
  all: readonly Field[];
  /** The object with nothing in it. Copied: that is quicker than key after key. */
  blank: Data;
}

/** What was gathered from the subgraphs → what the client asked for, in that order and no more. */
export type Shape = (gathered: Data, variables: Variables) => Data | null;

export function compileShape(context: SelectionContext, operation: OperationDefinitionNode): Shape {
  const root = context.schema.getRootType(operation.operation)!;
  return new ShapeCompiler(context, operation).root(root);
}

class ShapeCompiler {
  constructor(
    private readonly context: SelectionContext,
    private readonly operation: OperationDefinitionNode,
  ) {}

  root(type: GraphQLCompositeType): Shape {
    const fields = this.fields(type, [{ set: this.operation.selectionSet, parent: type }]);
    return (gathered, variables) => fill(fields, gathered, variables) ?? null;
  }

  private fields(type: GraphQLCompositeType, scopes: readonly SelectionScope[]): Fields {
    const selections = selectionsFor(this.context, type, scopes);
    const all = [...selections].map(([name, selected]) => ({
      name,
      takesText: isText(name, selected[0]!),
      read: this.reader(type, name, selected),
    }));
    return { all, blank: Object.fromEntries(all.map(({ name }) => [name, undefined])) };
  }

  private reader(type: GraphQLCompositeType, name: string, selected: readonly Selected[]): Field['read'] {
    const { node, parent } = selected[0]!;
    const fieldName = node.name.value;
    if (fieldName === TypeNameMetaFieldDef.name) return this.typename(type, name);
    if (fieldName === SchemaMetaFieldDef.name || fieldName === TypeMetaFieldDef.name)
      return this.introspection(name, selected);
    const complete = this.complete(typeOf({ node, parent })!, selected);
    // Aliased like something that every object inherits, the value must be the object's own.
    if (name in Object.prototype) return (object) => complete(own(object, name) ?? null);
    return (object) => complete(object[name] ?? null);
  }

  /** The planner leaves `__typename` of root types out, and an interface's own name is no answer. */
  private typename(type: GraphQLCompositeType, name: string): Field['read'] {
    const { schema } = this.context;
    return (object) => {
      const sent = own(object, name) ?? object.__typename;
      const found = typeof sent === 'string' ? (schema.getType(sent) ?? type) : type;
      return isObjectType(found) ? found.name : undefined;
    };
  }

  private introspection(name: string, selected: readonly Selected[]): Field['read'] {
    const nodes: FieldNode[] = selected.map(({ node }) => node);
    const introspect: Introspect = introspection(this.context, this.operation, nodes);
    return (_object, variables) => introspect(variables)[name];
  }

  private complete(type: GraphQLOutputType, selected: readonly Selected[]): Complete {
    if (isNonNullType(type)) {
      const inner = this.complete(type.ofType, selected);
      return (value) => inner(value) ?? undefined;
    }
    if (isListType(type)) return listOf(this.complete(type.ofType, selected));
    if (isLeafType(type)) {
      const isValid = leafCheck(type);
      return (value) => (value !== null && isValid(value) ? value : null);
    }
    return this.object(type, selected);
  }

  /** What is selected depends on the type that an object turns out to have: worked out when it is first seen. */
  private object(declared: GraphQLCompositeType, selected: readonly Selected[]): Complete {
    const { schema } = this.context;
    const scopes = selected.map((each) => ({
      set: each.node.selectionSet!,
      parent: compositeType(each),
    }));
    // A root type may be called otherwise in each subgraph, so what one says of its name is not looked at.
    if (isRootType(schema, declared)) {
      const fields = this.fields(declared, scopes);
      return (value) => (isObject(value) ? (fill(fields, value, NONE) ?? null) : null);
    }
    const known = new Map<unknown, Fields>();
    const fieldsOf = (typename: unknown): Fields | undefined => {
      const type = typename === undefined ? declared : schema.getType(String(typename));
      if (!isCompositeType(type)) return undefined;
      const fields = this.fields(type, scopes);
      known.set(typename, fields);
      return fields;
    };
    return (value) => {
      if (!isObject(value)) return null;
      const typename = value.__typename;
      // A type that the API does not know of is not told either.
      const fields = known.get(typename) ?? fieldsOf(typename);
      return fields ? (fill(fields, value, NONE) ?? null) : null;
    };
  }
}

/** What is asked about the schema is asked at the root, only there variables are needed. */
const NONE: Variables = {};

function fill({ all, blank }: Fields, object: Data, variables: Variables): Data | undefined {
  const shaped = { ...blank };
  for (const field of all) {
    const { name } = field;
    const found = object[name];
    if (field.takesText && typeof found === 'string') {
      shaped[name] = found;
      continue;
    }
    const value = field.read(object, variables);
    if (value === undefined) return undefined;
    shaped[name] = value;
  }
  return shaped;
}

function listOf(inner: Complete): Complete {
  return (value) => {
    if (!Array.isArray(value)) return null;
    const shaped = new Array<unknown>(value.length);
    for (let index = 0; index < value.length; index += 1) {
      const item = inner(value[index] ?? null);
      if (item === undefined) return null;
      shaped[index] = item;
    }
    return shaped;
  };
}

const isRootType = (schema: GraphQLSchema, type: GraphQLCompositeType): boolean =>
  type === schema.getQueryType() || type === schema.getMutationType();

/** Nothing for the fields that every type has, or only the root. */
const typeOf = ({ node, parent }: Selected): GraphQLOutputType | undefined =>
  isUnionType(parent) ? undefined : parent.getFields()[node.name.value]?.type;

/** The type that a field's own selection set is written for. */
const compositeType = (selected: Selected) => getNamedType(typeOf(selected)!) as GraphQLCompositeType;

/** A text under a name that every object inherits may be of another object. */
function isText(name: string, selected: Selected): boolean {
  const type = typeOf(selected);
  const leaf = type && getNullableType(type);
  return isLeafType(leaf) && takesText(leaf) && !(name in Object.prototype);
}
