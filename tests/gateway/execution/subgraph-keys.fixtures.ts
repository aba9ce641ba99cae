import {
  type ConstDirectiveNode,
  type DocumentNode,
  Kind,
  parse,
  type SelectionSetNode,
  type StringValueNode,
} from 'graphql';

/** What a subgraph's schema says about how its entities are found, and what they need from elsewhere. */
export interface Keys {
  /** The key fields of each type, in each of its keys. */
  of: ReadonlyMap<string, readonly SelectionSetNode[]>;
  /** `Type.field` of each field in a key, of the entity or of an object in the key. */
  fields: ReadonlySet<string>;
  /** `Type.field` of each field that has `@requires`. */
  requiring: ReadonlySet<string>;
}

export function readKeys(schema: DocumentNode): Keys {
  const of = new Map<string, SelectionSetNode[]>();
  const fields = new Set<string>();
  const requiring = new Set<string>();
  const types = typesOfFields(schema);
  const collect = (type: string, { selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind !== Kind.FIELD) continue;
      const coordinate = `${type}.${selection.name.value}`;
      fields.add(coordinate);
      if (selection.selectionSet) collect(types.get(coordinate)!, selection.selectionSet);
    }
  };
  for (const definition of schema.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      continue;
    const type = definition.name.value;
    const keys = named(definition.directives, 'key').map(fieldsOf);
    of.set(type, keys);
    for (const key of keys) collect(type, key);
    for (const field of definition.fields ?? [])
      if (named(field.directives, 'requires').length) requiring.add(`${type}.${field.name.value}`);
  }
  return { of, fields, requiring };
}

function typesOfFields(schema: DocumentNode): Map<string, string> {
  const types = new Map<string, string>();
  for (const definition of schema.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      let { type } = field;
      while (type.kind !== Kind.NAMED_TYPE) type = type.type;
      types.set(`${definition.name.value}.${field.name.value}`, type.name.value);
    }
  }
  return types;
}

const named = (directives: readonly ConstDirectiveNode[] | undefined, name: string): ConstDirectiveNode[] =>
  directives?.filter((directive) => directive.name.value === name) ?? [];

function fieldsOf(directive: ConstDirectiveNode): SelectionSetNode {
  const fields = directive.arguments?.find((argument) => argument.name.value === 'fields');
  const [operation] = parse(`{ ${(fields!.value as StringValueNode).value} }`).definitions;
  return (operation as Extract<typeof operation, { kind: Kind.OPERATION_DEFINITION }>)!.selectionSet;
}
